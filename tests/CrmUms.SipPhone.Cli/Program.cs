using System.Globalization;
using CrmUms.SipPhone;
using CrmUms.SipPhone.Audio;
using CrmUms.SipPhone.Cli;

if (CommandLine.Parse(args, out var problem) is not { } asked)
{
    Console.Error.WriteLine($"{problem}\n\n{CommandLine.Usage}");
    return 2;
}

Sound voice;
try
{
    voice = asked.Voice is null ? Sound.Tone(440) : Sound.FromWav(asked.Voice);
}
catch (Exception error) when (error is InvalidDataException or ArgumentException)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}

var phone = new Phone(new PhoneOptions());
var call = await phone.CallAsync(asked.To, asked.From, asked.Name, new CallOptions { Sound = voice });
using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    interrupt.Cancel();
};

if (asked.RecordTo is not null)
{
    call.Media.StartRecording(asked.RecordTo);
}

Say($"calling {asked.To}");
try
{
    await call.Ringing.WaitAsync(interrupt.Token);
    Say(call.State == CallState.Ringing ? "ringing" : "answered without ringing");
    await call.Answered.WaitAsync(interrupt.Token);
    var after = call.Times.AnsweredAt - call.Times.InviteAt;
    Say(string.Create(CultureInfo.InvariantCulture, $"answered after {after?.TotalMilliseconds:F0} ms"));
    await call.Ended.WaitAsync(asked.TalkFor, interrupt.Token);
}
catch (Exception error) when (error is TimeoutException or OperationCanceledException or CallEndedException)
{
    // Time is up, Ctrl-C, or no answer: in each case the call's own ending, below, tells it.
}

// The phone, when it is closed, ends what the peer has not confirmed by then.
_ = call.HangUpAsync();
await phone.DisposeAsync();
var ending = await call.Ended;
var heard = call.Media.Statistics;
var status = ending.Status > 0 ? $" {ending.Status}" : "";
Say($"ended: {ending.Kind}{status}{(ending.Reason is null ? "" : $" ({ending.Reason})")}");
Say($"sent {call.Media.Sent} packets; received {heard.Received}, lost {heard.Lost}, pauses over 60 ms: {heard.Gaps}");
return call.Times.AnsweredAt is null ? 1 : 0;

static void Say(string text) => Console.WriteLine(text);
