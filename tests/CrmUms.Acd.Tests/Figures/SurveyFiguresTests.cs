using CrmUms.Acd.Figures;

namespace CrmUms.Acd.Tests.Figures;

public sealed class SurveyFiguresTests
{
    [Fact]
    public void Satisfied_is_who_gives_four_or_five_of_five()
    {
        var figures = SurveyFigures.Of([Csat(5, 3), Csat(4, 1), Csat(3, 2), Csat(1, 2)]);

        figures.Answers.ShouldBe(8);
        figures.Csat.ShouldBe(0.5);
        figures.CsatAverage.ShouldBe((15 + 4 + 6 + 2) / 8.0);
        (figures.Nps, figures.Csi).ShouldBe((null, null));
    }

    [Fact]
    public void A_score_on_another_scale_counts_by_where_it_lies_on_it()
    {
        var figures = SurveyFigures.Of([new(SurveyKind.Csat, "service", 0, 10, 8, 1), Csat(1, 1)]);

        figures.Csat.ShouldBe(0.5);
        figures.CsatAverage!.Value.ShouldBe((4.2 + 1) / 2, 1e-9);
    }

    [Theory]
    [InlineData(10, 100)]
    [InlineData(9, 100)]
    [InlineData(8, 0)]
    [InlineData(7, 0)]
    [InlineData(6, -100)]
    [InlineData(0, -100)]
    public void Nine_and_ten_promote_and_six_and_less_detract(int score, double nps) =>
        SurveyFigures.Of([Nps(score, 4)]).Nps.ShouldBe(nps);

    [Fact]
    public void Nps_is_the_share_of_promoters_less_the_share_of_detractors() =>
        SurveyFigures.Of([Nps(10, 5), Nps(8, 3), Nps(2, 2)]).Nps!.Value.ShouldBe(30, 1e-9);

    [Fact]
    public void Csi_counts_every_question_alike_however_many_answered_it()
    {
        var figures = SurveyFigures.Of([Csi("speed", 5, 9), Csi("speed", 1, 1), Csi("manners", 1, 1)]);

        figures.Csi!.Value.ShouldBe((0.9 + 0) / 2, 1e-9);
    }

    [Fact]
    public void Where_nobody_was_asked_there_is_no_figure() =>
        SurveyFigures.Of([]).ShouldBe(new SurveyFigures(0, null, null, null, null));

    private static SurveyScore Csat(int score, int count) => new(SurveyKind.Csat, "service", 1, 5, score, count);

    private static SurveyScore Nps(int score, int count) => new(SurveyKind.Nps, "service", 0, 10, score, count);

    private static SurveyScore Csi(string question, int score, int count) =>
        new(SurveyKind.Csi, question, 1, 5, score, count);
}
