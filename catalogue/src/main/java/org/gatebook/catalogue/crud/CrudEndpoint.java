package org.gatebook.catalogue.crud;

import java.util.Map;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/**
 * What an endpoint of a declared resource is made of. It implements the interfaces of the verbs that it offers, and names
 * its path and its permissions; a verb that it does not implement is 405.
 */
public interface CrudEndpoint extends ServesResource {

    /** The engine. */
    Crud crud();

    /**
     * What the resources of this path belong to.
     *
     * @param path the variables of the path, for parts of other resources
     * @throws org.gatebook.web.error.Rejected with 404 when the path names a whole that is not there
     */
    default Owner owner(ApiRequest request, Map<String, String> path) {
        return path.containsKey("event")
                ? Owner.of(request.organizer(), request.event())
                : Owner.of(request.organizer());
    }

    /** GET of the list. */
    interface Listed extends CrudEndpoint {

        /** A page of the resources. */
        @GetMapping
        default Answer list(ApiRequest request, @PathVariable Map<String, String> path) {
            return crud().list(resource(), owner(request, path), request);
        }
    }

    /** GET of one. */
    interface Read extends CrudEndpoint {

        /** One resource. */
        @GetMapping("{address}/")
        default Answer detail(
                ApiRequest request, @PathVariable String address, @PathVariable Map<String, String> path) {
            return crud().detail(resource(), owner(request, path), address, request);
        }
    }

    /** POST. */
    interface Created extends CrudEndpoint {

        /** A new resource. */
        @PostMapping
        default Answer create(ApiRequest request, @PathVariable Map<String, String> path) {
            return crud().create(resource(), owner(request, path), request);
        }
    }

    /** PATCH and PUT. */
    interface Changed extends CrudEndpoint {

        /** The fields sent, changed. */
        @PatchMapping("{address}/")
        default Answer change(
                ApiRequest request, @PathVariable String address, @PathVariable Map<String, String> path) {
            return crud().change(resource(), owner(request, path), address, Mode.CHANGE, request);
        }

        /** The same, with everything required. */
        @PutMapping("{address}/")
        default Answer replace(
                ApiRequest request, @PathVariable String address, @PathVariable Map<String, String> path) {
            return crud().change(resource(), owner(request, path), address, Mode.REPLACE, request);
        }
    }

    /** DELETE. */
    interface Deleted extends CrudEndpoint {

        /** The resource, gone. */
        @DeleteMapping("{address}/")
        default Answer delete(
                ApiRequest request, @PathVariable String address, @PathVariable Map<String, String> path) {
            return crud().delete(resource(), owner(request, path), address);
        }
    }

    /** All five. */
    interface Full extends Listed, Read, Created, Changed, Deleted {}
}
