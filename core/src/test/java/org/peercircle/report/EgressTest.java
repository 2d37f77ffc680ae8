package org.peercircle.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One table in every format. */
class EgressTest {

    private static final CountTable TABLE = CountTable.by(
                    Dimension.of("school", List.of("Arts", "=\"Law\"", "Science")))
            .people("Arts", 12)
            .people("=\"Law\"", 14)
            .people("Science", 31)
            .build();

    private static SuppressedTable shown(int law) {
        return new SuppressedTable(
                TABLE.rows(),
                TABLE.columns(),
                ImmutableList.of(cell("Arts", 12), cell("=\"Law\"", law), cell("Science", 31), total(57)),
                0);
    }

    private static SuppressedTable.Cell cell(String row, int people) {
        return new SuppressedTable.Cell(
                ImmutableList.of(row), ImmutableList.of(), shown(people, 10), Optional.empty(), ImmutableList.of());
    }

    private static SuppressedTable.Cell total(int people) {
        return new SuppressedTable.Cell(
                ImmutableList.of(), ImmutableList.of(), Optional.of(people), Optional.empty(), ImmutableList.of());
    }

    private static Optional<Integer> shown(int people, int least) {
        return Optional.of(people).filter(n -> n >= least);
    }

    @Test
    void D9_the_same_numbers_come_out_in_every_format() {
        SuppressedTable all = SuppressionRule.of(Thresholds.EDUCATION).protect(TABLE);
        assertThat(all.asText()).isEqualTo("""
                school   all
                Arts      12
                ="Law"    14
                Science   31
                all       57
                """);
        assertThat(all.asCsv()).isEqualTo("""
                "school","all"\r
                "Arts","12"\r
                "'=""Law""\","14"\r
                "Science","31"\r
                "all","57"\r
                """);
        assertThat(all.asHtml()).contains("<tr><th>=&quot;Law&quot;</th><td>14</td></tr>");
        assertThat(all.asJson()).isEqualTo("""
                {"rows":"school","columns":"all","cells":[
                {"row":[],"column":[],"people":57},
                {"row":["Arts"],"column":[],"people":12},
                {"row":["=\\"Law\\""],"column":[],"people":14},
                {"row":["Science"],"column":[],"people":31}
                ]}
                """);
        assertThat(all.asSvg())
                .startsWith("<svg ")
                .contains(">=&quot;Law&quot;</text>", ">31</text>", "width=\"300\"")
                .doesNotContain("url(#hidden)");
    }

    @Test
    void D8_D9_what_is_hidden_is_the_same_mark_whatever_it_was_and_nothing_is_drawn_to_its_scale() {
        SuppressedTable one = shown(0);
        SuppressedTable other = shown(9);
        assertThat(one.asText()).isEqualTo(other.asText()).contains("*");
        assertThat(one.asCsv()).isEqualTo(other.asCsv()).contains("\"*\"");
        assertThat(one.asHtml()).isEqualTo(other.asHtml()).contains("<td>*</td>");
        assertThat(one.asJson()).isEqualTo(other.asJson()).contains("\"people\":null");
        assertThat(one.asSvg()).isEqualTo(other.asSvg()).containsOnlyOnce("url(#hidden)");
    }

    @Test
    void D9_names_are_only_names() {
        SuppressedTable odd = SuppressionRule.of(Thresholds.EDUCATION)
                .protect(CountTable.by(Dimension.of("a\\b\n", List.of("<script>", "+1", "")))
                        .people("<script>", 20)
                        .people("+1", 30)
                        .people("", 40)
                        .build());
        assertThat(odd.asJson()).contains("\"a\\\\b\\u000a\"");
        assertThat(odd.asSvg() + odd.asHtml()).doesNotContain("<script>");
        assertThat(odd.asCsv()).contains("\"'+1\",\"30\"").contains("\"\",\"40\"");
    }

    @Test
    void D8_D9_a_table_of_two_dimensions_is_drawn_as_shares_and_what_is_hidden_as_what_is_left() {
        SuppressedTable one = SuppressionRule.of(Thresholds.HR_SURVEY).protect(twoWay(2, 8));
        SuppressedTable other = SuppressionRule.of(Thresholds.HR_SURVEY).protect(twoWay(4, 6));
        assertThat(one.asSvg())
                .isEqualTo(other.asSvg())
                .startsWith("<svg ")
                .contains(">30</text>", ">40</text>", "fill=\"url(#hidden)\"");
        assertThat(SuppressionRule.of(Thresholds.HR_SURVEY)
                        .protect(twoWay(10, 20))
                        .asSvg())
                .as("nothing is hidden, save in the legend")
                .containsOnlyOnce("fill=\"url(#hidden)\"");
    }

    @Test
    void D7_D9_a_share_that_is_said_stands_in_every_format() {
        SuppressedTable shown = SuppressionRule.of(Thresholds.HR_SURVEY)
                .withBands()
                .protect(CountTable.by(Dimension.none(), Dimension.of("plan", List.of("none", "some")))
                        .totalsKnown()
                        .people(0, 0, 3)
                        .people(0, 1, 77)
                        .build());
        assertThat(shown.asText()).isEqualTo("""
                     none  some  all
                all  ≤20%  ≥80%   80
                """);
        assertThat(shown.asCsv()).contains("\"all\",\"≤20%\",\"≥80%\",\"80\"");
        assertThat(shown.asHtml()).contains("<td>≤20%</td><td>≥80%</td><td>80</td>");
        assertThat(shown.asJson()).contains("\"people\":null,\"share\":\"≤20%\"}");
        assertThat(shown.asSvg()).contains(">none ≤20%, some ≥80%</text>").doesNotContain("77");
        assertThat(shown.cells()).last().hasToString("[] [some] ≥80%");
    }

    private static CountTable twoWay(int first, int second) {
        return CountTable.by(
                        Dimension.of("school", List.of("Arts", "Science")),
                        Dimension.of("plan", List.of("none", "one", "reached")))
                .totalsKnown()
                .people(0, 0, 30)
                .people(0, 1, first)
                .people(0, 2, second)
                .people(1, 0, 40)
                .people(1, 1, second)
                .people(1, 2, first)
                .build();
    }
}
