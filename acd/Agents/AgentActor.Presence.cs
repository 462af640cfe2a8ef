using CrmUms.Acd.Interactions;

namespace CrmUms.Acd.Agents;

// Signing in and out, ready and not ready, the page and its microphone.
public sealed partial class AgentActor
{
    private const string PageTimer = "page";
    private const string PageRingingTimer = "page-ringing";

    private bool _pageConnected;
    private bool _microphoneWorks = true;

    private void ReceivePresence()
    {
        Command<SignIn>(_ => OnSignIn());
        Command<SignOut>(_ => OnSignOut());
        Command<MakeReady>(_ => OnMakeReady());
        Command<MakeNotReady>(OnMakeNotReady);
        Command<ReportDesk>(OnReportDesk);
        Command<ReportMicrophone>(OnReportMicrophone);
        Command<PageGoneTooLong>(_ => OnPageGoneTooLong());
        Command<PageGoneWhileRinging>(_ => OnPageGoneWhileRinging());
    }

    private void OnSignIn()
    {
        if (_isDismissed)
        {
            Reply(AgentRefusal.UnknownAgent);
            return;
        }

        if (_state.Status != AgentStatus.SignedOut)
        {
            Reply();
            return;
        }

        Keep(new AgentSignedIn(Id, _services.Now), () => Reply());
    }

    private void OnSignOut()
    {
        switch (_state.Status)
        {
            case AgentStatus.SignedOut:
                Reply();
                break;
            case AgentStatus.Reserved:
            case AgentStatus.Talking:
            case AgentStatus.Held:
                Reply(AgentRefusal.WrongState);
                break;
            case AgentStatus.NotReady:
            case AgentStatus.Ready:
            case AgentStatus.WrapUp:
                LeaveDesk(() => Reply());
                break;
            default:
                throw new NotSupportedException(_state.Status.ToString());
        }
    }

    private void LeaveDesk(Action then)
    {
        ForgetWrapUp();
        Timers.CancelAll();
        Keep(
            new AgentSignedOut(Id, _services.Now),
            () =>
            {
                (_isMicrophoneSilent, _isNetworkBad) = (false, false);
                (_failedDial, _endedTalk) = (null, null); // Nobody is told of them at his next sign-in.
                CloseAudio();
                InBackground("remove phone", _services.Phones.RemoveAsync(Id, CancellationToken.None));
                then();
            }
        );
    }

    private void OnMakeReady()
    {
        switch (_state.Status)
        {
            case AgentStatus.SignedOut:
                Reply(AgentRefusal.SignedOut);
                break;
            case AgentStatus.NotReady when !_microphoneWorks:
                Reply(AgentRefusal.NoMicrophone);
                break;
            case AgentStatus.NotReady when _audio != AudioStatus.Open:
                Reply(AgentRefusal.NoAudio);
                break;
            case AgentStatus.NotReady:
                Keep(new AgentBecameReady(Id, _services.Now), () => Reply());
                break;
            case AgentStatus.WrapUp:
                ForgetWrapUp();
                Keep(new AgentBecameReady(Id, _services.Now), () => Reply());
                break;
            case AgentStatus.Reserved or AgentStatus.Talking or AgentStatus.Held when _state.NextReason is not null:
                Keep(new AgentPlannedNotReady(Id, null, _services.Now), () => Reply());
                break;
            case AgentStatus.Ready:
            case AgentStatus.Reserved:
            case AgentStatus.Talking:
            case AgentStatus.Held:
                Reply(); // He is, or will be.
                break;
            default:
                throw new NotSupportedException(_state.Status.ToString());
        }
    }

    private void OnMakeNotReady(MakeNotReady command)
    {
        if (!MayChoose(command.Reason))
        {
            Reply(AgentRefusal.BadInput);
            return;
        }

        switch (_state.Status)
        {
            case AgentStatus.SignedOut:
                Reply(AgentRefusal.SignedOut);
                break;
            case AgentStatus.NotReady when command.Reason == _state.Reason:
                Reply(); // His time for it goes on.
                break;
            case AgentStatus.Ready:
            case AgentStatus.NotReady:
                Keep(new AgentBecameNotReady(Id, command.Reason, _services.Now), () => Reply());
                break;
            case AgentStatus.Reserved:
            case AgentStatus.Talking:
            case AgentStatus.Held:
            case AgentStatus.WrapUp:
                Keep(new AgentPlannedNotReady(Id, command.Reason, _services.Now), () => Reply());
                break;
            default:
                throw new NotSupportedException(_state.Status.ToString());
        }
    }

    private void OnReportDesk(ReportDesk report)
    {
        if (report.IsConnected != _pageConnected)
        {
            _pageConnected = report.IsConnected;
            Timers.Cancel(PageTimer);
            Timers.Cancel(PageRingingTimer);
            if (!_pageConnected)
            {
                WaitForPage();
            }

            Publish();
        }

        Reply();
    }

    private void WaitForPage()
    {
        Timers.StartSingleTimer(PageTimer, PageGoneTooLong.Instance, _services.Options.PageGoneMax);
        if (_state.Status == AgentStatus.Reserved)
        {
            Timers.StartSingleTimer(
                PageRingingTimer,
                PageGoneWhileRinging.Instance,
                _services.Options.PageGoneRingingMax
            );
        }
    }

    private void OnPageGoneTooLong()
    {
        if (!_pageConnected && _state.Status == AgentStatus.Ready)
        {
            Keep(new AgentBecameNotReady(Id, NotReadyReasons.PageClosed, _services.Now));
        }
    }

    // A caller waits behind this: sooner than the ring time, another agent shall have him.
    private void OnPageGoneWhileRinging()
    {
        if (!_pageConnected && _state is { Status: AgentStatus.Reserved, Interaction: { } interaction })
        {
            _interactions.Tell(new RefuseOffer(interaction, Id), Self);
        }
    }

    private void OnReportMicrophone(ReportMicrophone report)
    {
        _microphoneWorks = report.Works;
        if (!report.Works && _state.Status == AgentStatus.Ready)
        {
            Keep(new AgentBecameNotReady(Id, NotReadyReasons.NoMicrophone, _services.Now), () => Reply());
        }
        else
        {
            Reply();
            Publish();
        }
    }

    private void InBackground(string step, Task work) =>
        work.ContinueWith(
            failed => _services.Log.AgentStepFailed(Id, step, failed.Exception!.GetBaseException()),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default
        );

    private sealed record PageGoneTooLong
    {
        public static PageGoneTooLong Instance { get; } = new();
    }

    private sealed record PageGoneWhileRinging
    {
        public static PageGoneWhileRinging Instance { get; } = new();
    }
}
