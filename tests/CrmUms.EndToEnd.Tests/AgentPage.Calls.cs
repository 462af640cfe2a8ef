using static Microsoft.Playwright.Assertions;

namespace CrmUms.EndToEnd.Tests;

/// <summary>The agent calls others, hands on, asks, brings in: by keyboard alone.</summary>
internal sealed partial class AgentPage
{
    public const string DialKey = "Alt+C";
    public const string ColleagueKey = "Alt+K";
    public const string TransferKey = "Alt+P";
    public const string ConsultKey = "Alt+Q";

    public async Task Dials(string number)
    {
        await Press(DialKey);
        await Expect(Part("dial-number")).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync(number);
        await Press("Enter");
    }

    /// <summary>Opens the dialog, finds whom he means by typing, writes a note, and carries it out.</summary>
    public async Task Reaches(string key, string search, string? note = null)
    {
        await Press(key);
        await Finds(search);
        if (note is not null)
        {
            await Part("reach-note").FillAsync(note);
        }

        await Press("Enter");
    }

    /// <summary>Types into the open dialog until somebody is chosen.</summary>
    public async Task Finds(string search)
    {
        await Expect(Part("reach-search")).ToBeFocusedAsync();
        await Part("reach-search").FillAsync(search);
        await Expect(Page.Locator("[data-testid=reach-list] [data-chosen=true]")).ToBeVisibleAsync();
    }
}
