using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmUms.EndToEnd.Tests;

/// <summary>Colleagues write to each other beside the calls, and nothing that somebody wrote is lost.</summary>
public sealed class ChatTests(Instance instance) : EndToEndTest(instance)
{
    private const string Chat = "Alt+i";
    private const string SupervisorName = "Дильноза Юлдашева";
    private const double RestartSeconds = 40;

    [Fact]
    public async Task An_agent_writes_to_his_supervisor_who_sees_it_unread_and_answers()
    {
        var agent = await SignsIn(AgentPage.Aziza);
        var supervisor = await Supervises();
        await supervisor.Sees("chat-button", "unread", "0");

        await OpensRoomWith(agent, SupervisorName);
        await Writes(agent, "Клиент просит старшего");
        await supervisor.Sees("chat-button", "unread", "1");
        await supervisor.ReloadPage();
        await supervisor.Sees("chat-button", "unread", "1", 20);

        await OpensRoomWith(supervisor, AgentPage.AzizaName);
        await SeesMessages(supervisor, "Клиент просит старшего");
        await supervisor.Sees("chat-button", "unread", "0");
        await Writes(supervisor, "Сейчас подойду");
        await SeesMessages(agent, "Клиент просит старшего", "Сейчас подойду");
        await supervisor.Press("Escape");
        await supervisor.SeesNot("chat-panel");

        await agent.Page.GetByTestId("chat-text").FillAsync("Недописанное");
        await agent.ReloadPage();
        await agent.Sees("status", "audio", "open", 20);
        await agent.Press(Chat);
        await agent.Page.GetByTestId("chat-rooms").GetByText(SupervisorName).ClickAsync();
        await SeesMessages(agent, "Клиент просит старшего", "Сейчас подойду");
        await Expect(agent.Page.GetByTestId("chat-text")).ToHaveValueAsync("Недописанное");
        await supervisor.ReloadPage();
        await supervisor.Sees("chat-button", "unread", "0", 20);
    }

    [Fact]
    public async Task What_was_written_outlives_the_server_also_while_it_is_away()
    {
        var agent = await SignsIn(AgentPage.Aziza);
        var supervisor = await Supervises();
        var (before, meanwhile) = ($"До {Guid.NewGuid():n}", $"Во время {Guid.NewGuid():n}");
        await OpensRoomWith(agent, SupervisorName);
        await Writes(agent, before);
        await SeesMessage(agent, before);

        Instance.HoldWatchdog();
        try
        {
            await Instance.KillServer();
            await agent.Sees("banner", "kind", "serverAway");
            await agent.Page.GetByTestId("chat-text").FillAsync(meanwhile);
            await agent.Press("Enter");
            await agent.Sees("chat-outgoing", "state", "failed", 15);
        }
        finally
        {
            Instance.ReleaseWatchdog();
        }

        await Instance.ReadyAsync(RestartSeconds.Seconds());
        await agent.Sees("banner", "kind", "none", RestartSeconds);
        await agent.SeesNot("chat-outgoing");
        await supervisor.Sees("desk-phone", "audio", "open", RestartSeconds);
        await OpensRoomWith(supervisor, AgentPage.AzizaName);
        await SeesMessage(supervisor, before);
        await SeesMessage(supervisor, meanwhile);
    }

    [Fact]
    public async Task A_message_during_a_talk_hides_nothing_of_it()
    {
        var (agent, caller) = await Talk();
        var supervisor = await Supervises();
        await OpensRoomWith(supervisor, AgentPage.AzizaName);
        await Writes(supervisor, "Предложите новый тариф");

        await agent.Press(Chat);
        await agent.Page.GetByTestId("chat-rooms").GetByText(SupervisorName).ClickAsync();
        await SeesMessage(agent, "Предложите новый тариф");
        await Expect(agent.Page.GetByTestId("call-panel")).ToBeInViewportAsync(new() { Ratio = 1 });
        await agent.Press("Escape");
        await agent.SeesNot("chat-panel");
        await agent.HangUp();
        await caller.IsHungUp();
    }

    private static async Task OpensRoomWith(AgentPage one, string name)
    {
        await one.Press(Chat);
        await one.Page.GetByTestId("chat-find").FillAsync(name);
        await Expect(one.Page.GetByTestId("chat-rooms").GetByText(name)).ToBeVisibleAsync();
        await one.Press("Enter");
        await one.SeesText("chat-name", name);
    }

    private static async Task Writes(AgentPage one, string text)
    {
        await one.Page.GetByTestId("chat-text").FillAsync(text);
        await one.Press("Enter");
        await Expect(one.Page.GetByTestId("chat-text")).ToHaveValueAsync("");
        await SeesMessage(one, text);
    }

    private static Task SeesMessage(AgentPage one, string text) => SeesMessages(one, text);

    private static async Task SeesMessages(AgentPage one, params string[] texts)
    {
        foreach (var text in texts)
        {
            await Expect(Messages(one).Filter(new() { HasText = text })).ToHaveCountAsync(1);
        }
    }

    private static ILocator Messages(AgentPage one) => one.Page.GetByTestId("chat-message");
}
