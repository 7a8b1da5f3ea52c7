package org.gatebook.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.web.form.Field.optional;
import static org.gatebook.web.form.Field.readOnly;
import static org.gatebook.web.form.Field.required;
import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.integer;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.text;

import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.form.type.Mode;
import org.junit.jupiter.api.Test;

class FormSchemaTest {

    private static final Form FORM = Form.of(
            readOnly("id", integer()),
            required("code", text().upTo(5)),
            optional("kind", choice("a", "b")),
            optional("expires", dateTime()).nullable(),
            optional("meta", json()),
            optional("rows", Form.of(required("item", integer())).rows()));

    @Test
    void a_form_is_a_schema() {
        assertThat(schema(Mode.CREATE))
                .isEqualTo("{'type':'object','properties':{'id':{'type':['integer','null'],'readOnly':true},"
                        + "'code':{'type':'string','maxLength':5},'kind':{'type':'string','enum':['a','b']},"
                        + "'expires':{'type':['string','null'],'format':'date-time'},'meta':{},"
                        + "'rows':{'type':'array','items':{'type':'object','properties':{'item':{'type':'integer'}},"
                        + "'required':['item']}}},'required':['code']}");
    }

    @Test
    void a_change_requires_nothing() {
        assertThat(schema(Mode.CHANGE)).doesNotContain("required");
    }

    @Test
    void a_method_says_what_a_body_is_for() {
        assertThat(Mode.of("POST")).isEqualTo(Mode.CREATE);
        assertThat(Mode.of("PUT")).isEqualTo(Mode.REPLACE);
        assertThat(Mode.of("PATCH")).isEqualTo(Mode.CHANGE);
    }

    private static String schema(Mode mode) {
        return ApiJson.mapper().writeValueAsString(FormSchema.of(FORM, mode)).replace('"', '\'');
    }
}
