using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmUms.EndToEnd.Tests;

/// <summary>An administrator before the editor of flows, with a mouse: what he does there, as he does it.</summary>
internal sealed class FlowDrawing(IPage page)
{
    private const int MouseSteps = 12;

    /// <summary>From the list of flows to a bare canvas.</summary>
    public async Task Begin(string name)
    {
        await Click("nav-flows");
        await Click("flow-new");
        await Part("flow-new-name").FillAsync(name);
        await Click("flow-pattern-empty");
        await Click("flow-create");
        await Expect(Part("flow-canvas")).ToBeVisibleAsync();
    }

    /// <summary>Opens a flow that is there.</summary>
    public async Task OpenFlow(string id)
    {
        await Click("nav-flows");
        await Click($"flow-open-{id}");
        await Expect(Part("flow-canvas")).ToBeVisibleAsync();
    }

    /// <summary>Asks to save what is drawn; somebody else may be in the way.</summary>
    public Task TryToSave() => Click("flow-save");

    public async Task Save()
    {
        await TryToSave();
        await Expect(Part("flow-save")).ToHaveAttributeAsync("data-dirty", "false");
    }

    public Task Sees(string part) => Expect(Part(part)).ToBeVisibleAsync();

    public Task SeesNot(string part) => Expect(Part(part)).ToHaveCountAsync(0);

    /// <summary>Drags a node out of the palette; the place is counted from the canvas' upper left corner.</summary>
    public async Task Drag(string type, int x, int y) =>
        await Part($"flow-palette-{type}").DragToAsync(
            Part("flow-canvas"), new() { TargetPosition = new() { X = x, Y = y } });

    /// <summary>Pulls a way from an exit to the entry of another node.</summary>
    public async Task Connect(string node, string exit, string target)
    {
        var from = await MiddleOf($"flow-exit-{node}-{exit}");
        var to = await MiddleOf($"flow-entry-{target}");
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = MouseSteps });
        await page.Mouse.UpAsync();
        await Expect(Part($"flow-exit-{node}-{exit}")).ToHaveAttributeAsync("data-target", target);
    }

    /// <summary>Clicks a node, so that its settings stand on the right.</summary>
    public async Task Open(string node)
    {
        await Part($"flow-node-{node}").ClickAsync();
        await Expect(Part("flow-inspector")).ToHaveAttributeAsync("data-node", node);
    }

    /// <summary>Chooses from a setting's list by typing: a long list shows its beginning only.</summary>
    public async Task Choose(string setting, string value)
    {
        await Click($"flow-setting-{setting}");
        await page.Keyboard.TypeAsync(value);
        await Click($"flow-setting-{setting}-{value}");
        await page.Keyboard.PressAsync("Escape"); // Of some settings there may be more; their list stays open.
    }

    /// <summary>One more key of a menu; the editor proposes the next free one.</summary>
    public async Task AddOption(int place, string label)
    {
        await Click("flow-setting-options-add");
        await Part($"flow-setting-options-label-{place}").FillAsync(label);
    }

    public async Task Publish()
    {
        await Click("flow-publish");
        await Expect(Part("flow-state")).ToHaveAttributeAsync("data-state", "published");
    }

    public async Task SeesNoProblems()
    {
        await Expect(Part("flow-problems-button")).ToHaveAttributeAsync("data-count", "0");
        await Expect(page.Locator("[data-testid^=flow-node-]:not([data-problems=''])")).ToHaveCountAsync(0);
    }

    public Task SeesProblem(string node, string code) =>
        Expect(Part($"flow-node-{node}")).ToHaveAttributeAsync("data-problems", new Regex(code));

    public Task Click(string part) => Part(part).ClickAsync();

    private ILocator Part(string testId) => page.GetByTestId(testId);

    private async Task<(float X, float Y)> MiddleOf(string part)
    {
        var box = (await Part(part).BoundingBoxAsync()).ShouldNotBeNull();
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
