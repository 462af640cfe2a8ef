using System.Net.WebSockets;
using System.Text;

namespace CrmUms.EndToEnd.Tests;

/// <summary>Those who guess passwords, and messages that are not ours.</summary>
public sealed class StrangersTests(Instance instance) : EndToEndTest(instance)
{
    private const string EndOfMessage = "\u001e";

    [Fact]
    public async Task Twenty_wrong_passwords_lock_the_account_and_the_page_says_so()
    {
        // Nobody works under this name, so that no test after this one misses it; a lock does not ask who exists.
        var page = await OpensPage("nobody");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await Instance.Office.FailsToSignInAsync("nobody", $"guess {attempt}", expected: 401);
        }

        await page.TrySignIn("guess 5");
        await page.Sees("sign-in-error", "kind", "locked");
        await page.SeesText("sign-in-error", "Слишком много попыток");
        await page.SeesBlocked("sign-in-submit");
        for (var attempt = 6; attempt < 20; attempt++)
        {
            await Instance.Office.FailsToSignInAsync("nobody", $"guess {attempt}", expected: 423);
        }
    }

    [Fact]
    public async Task Messages_that_are_not_ours_disturb_neither_a_talk_nor_the_one_who_sends_them()
    {
        var (agent, caller) = await Talk();
        var colleague = await SignsIn(AgentPage.Bobur);
        await colleague.CloseTab();

        // With the cookie of the agent in the talk, but without a word of our protocol.
        foreach (var garbage in new[] { "\u0000\u0001\u0002", "{\"protocol\":\"xml\",\"version\":9}", "GET /" })
        {
            await SaysAndIsCutOff(agent, garbage + EndOfMessage);
        }

        await IsAnsweredWithErrors(colleague);
        await BothHear(agent, caller);
        await agent.SeesStage("connected");
        await agent.Sees("banner", "kind", "none");
        await agent.Click("hold");
        await agent.SeesStage("held");
    }

    // A member of the house whose page speaks our protocol, but says what we do not know: each is answered.
    private static async Task IsAnsweredWithErrors(AgentPage agent)
    {
        using var socket = await ConnectAsync(agent);
        await SayAsync(socket, "{\"protocol\":\"json\",\"version\":1}" + EndOfMessage);
        var unknown = "{\"type\":1,\"invocationId\":\"1\",\"target\":\"DropAllCalls\",\"arguments\":[]}";
        var misshapen = "{\"type\":1,\"invocationId\":\"2\",\"target\":\"Hold\",\"arguments\":[{\"no\":1},[2]]}";
        var stranger = "{\"type\":1,\"invocationId\":\"3\",\"target\":\"HangUp\","
            + $"\"arguments\":[\"{Guid.NewGuid()}\",\"{Guid.NewGuid():n}\"]}}";
        await SayAsync(socket, string.Join(EndOfMessage, unknown, misshapen, stranger, ""));

        var heard = new StringBuilder();
        var buffer = new byte[4_096];
        while (!IsAnswered(heard, "1") || !IsAnswered(heard, "2") || !IsAnswered(heard, "3"))
        {
            var part = await socket.ReceiveAsync(buffer, Bounded());
            part.MessageType.ShouldBe(WebSocketMessageType.Text, $"the connection was closed after: {heard}");
            heard.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }

        heard.ToString().ShouldContain("\"accepted\":false");
    }

    private static bool IsAnswered(StringBuilder heard, string id) => heard.ToString()
        .Split(EndOfMessage).Any(message => message.Contains($"\"invocationId\":\"{id}\"", StringComparison.Ordinal));

    private static async Task SaysAndIsCutOff(AgentPage agent, string garbage)
    {
        using var socket = await ConnectAsync(agent);
        await SayAsync(socket, garbage);
        var buffer = new byte[4_096];
        var isOpen = true;
        while (isOpen)
        {
            try
            {
                isOpen = (await socket.ReceiveAsync(buffer, Bounded())).MessageType != WebSocketMessageType.Close;
            }
            catch (WebSocketException)
            {
                isOpen = false;
            }
        }
    }

    private static async Task<ClientWebSocket> ConnectAsync(AgentPage agent)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", await agent.CookiesAsync());
        await socket.ConnectAsync(Instance.Ports.Hub, Bounded());
        return socket;
    }

    private static Task SayAsync(ClientWebSocket socket, string words) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(words), WebSocketMessageType.Text, endOfMessage: true, Bounded());

    // The server gives a new connection 15 s for its first words.
    private static CancellationToken Bounded() => new CancellationTokenSource(20.Seconds()).Token;
}
