package org.gatebook.catalogue.upload;

import java.util.List;
import java.util.Map;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes files: the body is the file, headers say what it is. The address has no final slash. How large a file may be is
 * the limit of all bodies; texts are the reference's.
 */
@RestController
@ApiResource(
        scope = Scope.CREDENTIAL,
        read = {},
        write = {})
record UploadEndpoint(UploadedFiles files) {

    private static final int LONGEST_NAME = 255;
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "image/gif", List.of(".gif"),
            "image/jpeg", List.of(".jpg", ".jpeg"),
            "image/png", List.of(".png"),
            "application/pdf", List.of(".pdf"));

    @Reads(Reads.File.class)
    @PostMapping("/api/v1/upload")
    Answer upload(ApiRequest request) {
        byte[] content = request.bytes();
        if (content.length == 0) {
            throw ApiError.list("No file has been submitted.").rejected();
        }
        String name = ContentDisposition.fileName(request.header("Content-Disposition"));
        if (name == null) {
            throw ApiError.detail(
                            400,
                            "Missing filename. Request should include a Content-Disposition header with a filename"
                                    + " parameter.")
                    .rejected();
        }
        String mediaType = plain(request.header("Content-Type"));
        List<String> endings = ENDINGS.get(mediaType);
        if (endings == null) {
            throw ApiError.list("Content type \"" + mediaType + "\" is not allowed")
                    .rejected();
        }
        if (endings.stream().noneMatch(name::endsWith)) {
            throw ApiError.list("File name \"" + name + "\" has an invalid extension for type \"" + mediaType + "\"")
                    .rejected();
        }
        UploadedFile file = files.store(request.credential(), shortened(name), mediaType, content, request.now());
        return Answer.created(Map.of("id", file.reference()));
    }

    private static String plain(@Nullable String mediaType) {
        return mediaType == null ? "" : mediaType.split(";", 2)[0].strip();
    }

    /** The end stays, since it says what the file is. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }
}
