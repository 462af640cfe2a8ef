using CrmUms.Acd.Figures;

namespace CrmUms.Acd.Tests.Figures;

public sealed class FigureCatalogTests
{
    private static readonly string[] Units = ["agents", "answers", "calls", "contacts", "points", "seconds", "share"];

    [Fact]
    public void Every_figure_is_defined_once_with_unit_version_and_words_in_all_languages()
    {
        FigureCatalog.All.Select(figure => figure.Code).ShouldBeUnique();
        foreach (var figure in FigureCatalog.All)
        {
            figure.Unit.ShouldBeOneOf(Units);
            figure.Version.ShouldBeGreaterThan(0);
            foreach (var words in new[] { figure.Names, figure.Formulas })
            {
                words.Ru.ShouldNotBeEmpty();
                words.Uz.ShouldNotBeEmpty();
                words.En.ShouldNotBeEmpty();
            }
        }
    }
}
