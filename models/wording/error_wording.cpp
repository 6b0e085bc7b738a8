// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/code_names.h"
#include "models/wording/build_error_wording.h"
#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace snowmelt {
namespace {

/// Sentences of ErrorCode. The switch is one long table on purpose: it has no default, so that a code without a
/// sentence does not compile.
class ErrorWording
{
    Q_DECLARE_TR_FUNCTIONS(ErrorWording)

public:
    explicit ErrorWording(const Error& error) : m_error(error) {}

    Sentence toolMissing() const;
    Sentence blueprintInvalid() const;
    Sentence recipeInvalid() const;
    Sentence drainTimedOut() const;
    Sentence nobodyAnswered() const;
    Sentence checkBlocked() const;
    Sentence leaseHeld() const;
    Sentence leaseLost() const;
    Sentence notNow() const;
    Sentence wayClosed() const;
    Sentence gateTripped() const;
    Sentence nothingToRollBack() const;
    Sentence warningNotAccepted() const;
    Sentence sentence() const;

private:
    QString a(int i) const { return m_error.args.value(i); }
    int n(int i) const { return a(i).toInt(); }
    static Sentence say(const QString& what, const QString& next) { return {what, next}; }

    const Error& m_error;
};

Sentence ErrorWording::toolMissing() const
{
    const QString next =
        a(1).isEmpty() ? tr("Install it, and see that it is on the PATH.") : tr("Install it: apt install %1").arg(a(1));
    return {tr("The program %1 was not found.").arg(a(0)), next};
}

Sentence ErrorWording::blueprintInvalid() const
{
    return {tr("The blueprint %1 has %n error(s).", nullptr, n(1)).arg(a(0)),
            tr("Correct the places that are listed, then try again.")};
}

Sentence ErrorWording::recipeInvalid() const
{
    QString what = a(3);
    for (int i = 0; i <= static_cast<int>(ProblemCode::NotOnPlatform); ++i) {
        const auto code = static_cast<ProblemCode>(i);
        if (codeName(code) == a(3))
            what = snowmelt::sentence(Problem{code, n(1), n(2), m_error.args.mid(4)});
    }
    return say(tr("The recipe %1 has an error at line %2, column %3: %4").arg(a(0), a(1), a(2), what),
               tr("Correct the recipe, then try again. “check” lists all its errors."));
}

Sentence ErrorWording::drainTimedOut() const
{
    return {tr("On %1, %n session(s) were still open after %2 seconds.", nullptr, n(1)).arg(a(0), a(2)),
            tr("Both sides stay. Wait until those clients are done, then bring it to an end: “resume --continue”.")};
}

Sentence ErrorWording::nobodyAnswered() const
{
    if (m_error.args.size() < 4) // as older journals have it
        return {tr("%1 was not reached: what only a person can say about %2 was not answered.").arg(a(0), a(2)),
                tr("Nothing was changed. Try again in the window or on a terminal, or let the SSH agent hold the key "
                   "and known_hosts the host's key.")};
    if (a(1) == codeName(AccessKind::HostKey))
        return {tr("%1 was not reached: the host key of %2 is not known, and nobody agreed to it. It shows %3 %4.")
                    .arg(a(0), a(2), a(3), a(4)),
                tr("Compare the fingerprint with one from a source you trust. Then try again in the window or on a "
                   "terminal and agree, or add the key to %1.")
                    .arg(a(5).isEmpty() ? QStringLiteral("known_hosts") : a(5))};
    if (a(1) == codeName(AccessKind::Passphrase))
        return {tr("%1 was not reached: %2 takes the key %3, which is locked, and nobody gave its passphrase.")
                    .arg(a(0), a(2), a(3)),
                tr("Let the SSH agent hold the key (ssh-add), or try again in the window or on a terminal, where it "
                   "is asked for.")};
    if (a(1) == codeName(AccessKind::Password))
        return {tr("%1 was not reached: %2 wants the password of %3, and nobody gave it.").arg(a(0), a(2), a(3)),
                tr("Give the user a key it accepts, or try again in the window or on a terminal, where the password is "
                   "asked for.")};
    return {tr("%1 was not reached: %2 has a question for %3, such as a code, and nobody answered it.")
                .arg(a(0), a(2), a(3)),
            tr("Give the user a key it accepts, or try again in the window or on a terminal, where the question is "
               "shown.")};
}

/// The first argument may be the code of a plan's check, with that check's arguments behind it.
Sentence ErrorWording::checkBlocked() const
{
    const PlanCheck check{a(0), Verdict::Block, m_error.args.mid(1)};
    return {tr("A check before the start says no: %1").arg(snowmelt::sentence(check)),
            tr("Put that right, then plan again.")};
}

/// {fleet, holder, since, until, what}; a lock of this host alone knows the holder only.
Sentence ErrorWording::leaseHeld() const
{
    const QDateTime since = QDateTime::fromString(a(2), Qt::ISODate);
    const QString what = tr("Someone else is working on the fleet %1: %2 holds its lease.").arg(a(0), a(1));
    if (!since.isValid())
        return {what, tr("Wait until they are done, or talk to them.")};
    const QString clock = QLocale().toString(since.toLocalTime(), QLocale::ShortFormat);
    return {what + u' ' + tr("Since %1, for “%2”.").arg(clock, a(4)),
            tr("Wait until they are done, or talk to them. If they cannot be reached, “--take-over REASON” takes it.")};
}

/// {fleet, holder, reason}; without a holder it was lost to nobody.
Sentence ErrorWording::leaseLost() const
{
    const QString next = tr("Snowmelt stopped where it stood. “resume” shows how things stand.");
    if (a(2) == u"expired unreachable")
        return {tr("The lease of the fleet %1 expired: its host could not be reached to renew it.").arg(a(0)), next};
    if (a(1).isEmpty())
        return {tr("The lease of the fleet %1 is gone from its host.").arg(a(0)), next};
    if (a(2) == u"expired")
        return {tr("The lease of the fleet %1 had expired, and %2 took it.").arg(a(0), a(1)), next};
    return {tr("The lease of the fleet %1 was taken over by %2: %3").arg(a(0), a(1), a(2)), next};
}

Sentence ErrorWording::notNow() const
{
    const QString command = verbText(a(0));
    const QString reason = a(2);
    const QString what = tr("“%1” is not possible for the deployment of %2 now.").arg(command, a(1));
    if (reason == u"paused")
        return {what, tr("It stands still already; “continue” goes on.")};
    if (reason == u"notPaused")
        return {what, tr("It is not paused.")};
    if (reason == u"goingBack")
        return {what, tr("It is on its way back to blue already.")};
    if (reason == u"aborting")
        return {what, tr("It is about to stop where it stands.")};
    if (reason == u"notStarted")
        return {what, tr("It is still being planned; try again in a moment.")};
    if (reason == u"drained")
        return {what, tr("Blue is drained already; nothing waits for its sessions any more.")};
    return {what, tr("It is past its point of no return and about to finish.")};
}

Sentence ErrorWording::wayClosed() const
{
    const QString reason = a(2);
    const QString what = tr("The open deployment of %1 cannot take that way (%2).").arg(a(1), a(0));
    if (reason == u"unseen")
        return {what, tr("What serves could not be seen. See that the balancer answers, then try again.")};
    if (reason == u"pastNoReturn")
        return {what, tr("It is past its point of no return: continue it, then swap to the earlier version.")};
    if (reason == u"goingBack")
        return {what, tr("It had turned round already: roll it back to its end.")};
    if (reason == u"blueGone")
        return {what, tr("Blue is not whole any more: continue, or adopt what runs.")};
    if (reason == u"unreadable")
        return {what, tr("Its records cannot be read. Adopt what runs; nodes that get no traffic are then listed as "
                         "orphans.")};
    if (reason == u"greenGone")
        return {what, tr("Green is not whole any more: adopt what runs, then replace what is missing.")};
    return {what, tr("Both sides take new traffic: continue or roll back, so that one of them does.")};
}

Sentence ErrorWording::gateTripped() const
{
    const QString gate = a(0);
    const QString next = tr("The traffic went back by itself. Look at green’s version, then try again.");
    if (gate == u"failed")
        return {tr("Of green’s requests %1 % failed; the gate allows %2 %.").arg(a(1), a(2)), next};
    if (gate == u"latency")
        return {tr("Green took %1 ms for 95 of 100 requests; the gate allows %2 ms.").arg(a(1), a(2)), next};
    return {tr("%1 did not pass the check %2: %3").arg(a(3), a(2), a(1)), next};
}

Sentence ErrorWording::nothingToRollBack() const
{
    const QString what = tr("No deployment of the group %1 is under way.").arg(a(0));
    if (a(1).isEmpty())
        return {what,
                tr("A rollback is possible until blue is retired. To go back later, swap to the earlier version.")};
    return {what,
            tr("To go back, swap %1 to %2: a new deployment of the image it ran before.").arg(a(0), imageText(a(1)))};
}

Sentence ErrorWording::warningNotAccepted() const
{
    return {tr("The plan has warnings nobody accepted: %1.").arg(a(0)),
            tr("Look at the plan; accept each by its name with “--accept”, or start in the window.")};
}

Sentence ErrorWording::sentence() const
{
    const QString ownWords = tr("Its own words are shown with this message: put the cause right, then try again.");
    switch (m_error.code) {
    case ErrorCode::Unexpected:
        return say(
            tr("Something inside Snowmelt broke its own rule: %1.").arg(a(0)),
            tr("This is our mistake. Look at the fleet before you go on, and please report it with these words."));
    case ErrorCode::FileUnreadable:
        return say(tr("%1 cannot be read.").arg(a(0)), tr("Check that the file exists and that you may read it."));
    case ErrorCode::FileUnwritable:
        return say(tr("%1 cannot be written.").arg(a(0)),
                   tr("Check that the folder exists and that you may write there."));
    case ErrorCode::DiskFull:
        return say(tr("The disk that holds %1 is full.").arg(a(0)), tr("Free some space, then try again."));
    case ErrorCode::ToolMissing:
        return toolMissing();
    case ErrorCode::ProcessFailed:
        return say(tr("%1 failed (%2).").arg(a(0), a(1)), ownWords);
    case ErrorCode::TimedOut:
        return say(tr("Gave up waiting for “%1” after %2 seconds.").arg(a(0), a(1)),
                   tr("See whether the host is overloaded or the network is slow, then try again."));
    case ErrorCode::Unsupported:
        if (a(0) == u"provenance")
            return say(
                tr("How %1 was built was not written down: it is from before Snowmelt did that, or from elsewhere.")
                    .arg(imageText(a(1))),
                tr("Build it again from scratch to have its provenance."));
        if (a(0) == u"packerPaper")
            return say(tr("%1 was not built by Packer.").arg(imageText(a(1))),
                       tr("How it was built is in its provenance."));
        if (a(0) == u"lock")
            return say(tr("%1 is made by Packer, so no lock holds its packages still.").arg(imageText(a(1))),
                       tr("Say the versions in its template. A lock beside its recipe can be removed."));
        return say(tr("“%1” is not supported by “%2”.").arg(a(0), a(1)),
                   tr("Choose one that is; the help lists them."));

    case ErrorCode::BlueprintInvalid:
        return blueprintInvalid();
    case ErrorCode::RecipeInvalid:
        return recipeInvalid();
    case ErrorCode::ImageUnknown:
        return say(tr("The blueprint has no recipe for %1.").arg(imageText(a(0))),
                   tr("Choose a version that “images” lists, or add this one to the blueprint."));
    case ErrorCode::GroupUnknown:
        return say(tr("The blueprint has no group called %1.").arg(a(0)), tr("Compare the name with the blueprint."));
    case ErrorCode::NodeUnknown:
        return say(tr("The fleet has no node called %1.").arg(a(0)), tr("“status” lists the nodes there are."));
    case ErrorCode::BalancerMissing:
        return say(tr("No balancer serves the group %1, so its traffic cannot be moved.").arg(a(0)),
                   tr("Add the group to what a balancer serves in the blueprint, then bring the fleet up."));

    case ErrorCode::PlatformUnavailable:
        if (a(1) == u"XDG_RUNTIME_DIR")
            return say(tr("%1 needs a folder for what must not outlive a session, and there is none.").arg(a(0)),
                       tr("Log in as this user rather than with “su” or from cron, or keep a session of theirs with "
                          "“loginctl enable-linger”; or set XDG_RUNTIME_DIR to a folder that nobody else may write "
                          "to."));
        if (a(1) == u"/dev/net/tun")
            return say(tr("%1 may not use %2, which an ordinary user's networks need.").arg(a(0), a(1)),
                       tr("As root: “modprobe tun”, then “chmod 0666 %1”. Or run Snowmelt as root.").arg(a(1)));
        return say(tr("The platform %1 cannot be reached or started.").arg(a(0)),
                   tr("Check that %1 is installed and that you may use it, then try again.").arg(a(0)));
    case ErrorCode::EngineRefused:
        return say(tr("The container engine refused “%1” (status %2).").arg(a(0), a(1)), ownWords);
    case ErrorCode::PortTaken:
        return say(tr("Port %2 on %1 is in use by another program.").arg(a(0), a(1)),
                   tr("Stop that program or choose another port in the blueprint, then try again."));
    case ErrorCode::NoFreeAddressBlock:
        return say(tr("This host has nothing free any more for another fleet: %1.").arg(a(0)),
                   tr("Take down a fleet that is no longer needed, then try again."));
    case ErrorCode::NameTaken:
        return say(tr("A fleet called %1 already belongs to another blueprint, %2.").arg(a(0), a(1)),
                   tr("Give this fleet another name, or take the other one down first."));
    case ErrorCode::NodeNotRunning:
        return say(tr("%1 is not running (%2).").arg(a(0), a(1)),
                   tr("“up” starts it. If it keeps stopping, replace it with “rebirth”."));
    case ErrorCode::NodeVanished:
        return say(tr("%1 disappeared while it was being worked on.").arg(a(0)),
                   tr("Someone or something removed it. “up” creates what is missing."));
    case ErrorCode::ImageNotOnPlatform:
        return say(tr("The platform does not have the image %1.").arg(imageText(a(0))),
                   tr("Build the image, then try again."));
    case ErrorCode::FleetNotUp:
        return say(tr("The fleet %1 is not up.").arg(a(0)), tr("Bring it up first: “up”."));

    case ErrorCode::MirrorUnreachable:
    case ErrorCode::PackageNotFound:
    case ErrorCode::BuildCommandFailed:
    case ErrorCode::BuildNeedsRoot:
    case ErrorCode::ImageNotBuilt:
    case ErrorCode::ImageCorrupt:
    case ErrorCode::LockInvalid:
    case ErrorCode::LockTooOld:
    case ErrorCode::DebChanged:
    case ErrorCode::MirrorStale:
    case ErrorCode::FileTooLarge:
    case ErrorCode::ImageAmbiguous:
    case ErrorCode::ImageFileInvalid:
    case ErrorCode::SignatureInvalid:
    case ErrorCode::ImageNeverServed:
    case ErrorCode::ImageTestFailed:
    case ErrorCode::PackerInvalid:
    case ErrorCode::PackerFailed:
    case ErrorCode::PackerPluginMissing:
    case ErrorCode::ArtifactInvalid:
    case ErrorCode::HostToolMissing:
    case ErrorCode::HostCannotBuild:
        return buildSentence(m_error);

    case ErrorCode::SshUnreachable:
        if (a(2) == u"noAddress")
            return say(
                tr("%1 was not reached: no address was found for %2.").arg(a(0), a(1)),
                tr("Correct the name where it was given or in the SSH configuration, or see that the name service "
                   "knows it."));
        return say(tr("%1 does not answer SSH at %2.").arg(a(0), a(1)),
                   tr("Check that the node is running and that the network lets you through."));
    case ErrorCode::SshSilent:
        return say(tr("%1 accepts connections at %2, but said nothing for %3 seconds.").arg(a(0), a(1), a(2)),
                   tr("Its SSH server hangs or is overloaded. Look at the node; one that Snowmelt made can be replaced "
                      "with “rebirth”."));
    case ErrorCode::SshAuthFailed:
        if (!a(2).isEmpty())
            return say(
                tr("%1 was not reached: %3 does not let %2 in.").arg(a(0), a(1), a(2)),
                tr("OpenSSH, as “ssh -v”, should fail in the same way; give the user a key or password it accepts."));
        return say(tr("%1 does not accept the fleet’s key for the user %2.").arg(a(0), a(1)),
                   tr("Who may log in there was changed, which is drift too. Replace the node with “rebirth”."));
    case ErrorCode::SshBroken:
        return say(tr("The connection to %1 broke off.").arg(a(0)),
                   tr("Try again. If it happens again, look at the node and the network."));
    case ErrorCode::HostKeyChanged:
        return say(
            tr("%1 showed another host key than the one it was born with: expected %2, got %3.").arg(a(0), a(1), a(2)),
            tr("Someone may be in between, or the node was exchanged. Find out why before you go on; Snowmelt "
               "does not talk to it."));
    case ErrorCode::HostKeyUnknown:
        if (!a(2).isEmpty())
            return say(tr("%1 was not reached: the key of %3 is not known, which showed %2.").arg(a(0), a(1), a(2)),
                       tr("StrictHostKeyChecking says to refuse it. Find out whether the key is right, and add it to "
                          "known_hosts."));
        return say(tr("No host key is pinned for %1, which showed %2.").arg(a(0), a(1)),
                   tr("Snowmelt only talks to nodes whose key it knows. Replace the node with “rebirth”."));
    case ErrorCode::HostKeyNotTrusted:
        return say(tr("The host key of %1 (%2) is not the one that is known: it showed %3.").arg(a(0), a(1), a(2)),
                   tr("Someone may be in between, or the host was set up anew. Find out which; if it was set up anew, "
                      "remove the old key (%1). Snowmelt does not talk to it.")
                       .arg(a(3)));
    case ErrorCode::HostKeyRevoked:
        return say(tr("The host key of %1 (%2) is marked as revoked: %3.").arg(a(0), a(1), a(2)),
                   tr("Whoever revoked it (%1) knew why. Snowmelt does not talk to this host.").arg(a(3)));
    case ErrorCode::NobodyAnswered:
        return nobodyAnswered();
    case ErrorCode::SshConfigInvalid:
        return say(
            tr("The SSH configuration that %1 is reached by has an error: %2:%3:%4.").arg(a(0), a(1), a(2), a(3)),
            tr("OpenSSH would not connect either. Correct the line, then try again."));
    case ErrorCode::SshConfigUnsupported:
        return say(tr("The SSH configuration of %1 says %2, which Snowmelt does not know how to follow (%3:%4).")
                       .arg(a(0), a(1), a(2), a(3)),
                   tr("It decides who is reached or trusted, so nothing was sent. Use a keyword Snowmelt follows, such "
                      "as ProxyJump, for this host."));
    case ErrorCode::RemoteCommandFailed:
        return say(tr("On %1, the command “%2” failed (%3).").arg(a(0), a(1), a(2)), ownWords);
    case ErrorCode::ProbeUnreadable:
        return say(
            tr("What %1 answered to the scan could not be read.").arg(a(0)),
            tr("Scan again. If it stays so, something on the node, such as a login script, writes into the answer."));

    case ErrorCode::BalancerSocketGone:
        return say(tr("The runtime socket of the balancer %1 does not answer.").arg(a(0)),
                   tr("Traffic cannot be moved now. Check that HAProxy is running on %1, then try again.").arg(a(0)));
    case ErrorCode::BalancerConfigRejected:
        return say(tr("The balancer %1 rejects the configuration made for it.").arg(a(0)), ownWords);
    case ErrorCode::BalancerRefused:
        return say(tr("The balancer %1 refused “%2”: %3").arg(a(0), a(1), a(2)),
                   tr("Look at the balancer with “status”, then try again."));
    case ErrorCode::BalancerDisagrees:
        return say(tr("The balancer %1 does something else than its configuration says: %2").arg(a(0), a(1)),
                   tr("Someone changed one of the two by hand. Make them agree, then try again."));
    case ErrorCode::BalancerConfigMoved:
        return say(tr("Somebody else wrote the configuration of %1 while it was being changed.").arg(a(0)),
                   tr("Nothing of theirs was overwritten. Look at the balancer, then try again."));
    case ErrorCode::NoFreeSlot:
        return say(tr("The balancer %1 has no free slot for the group %2.").arg(a(0), a(1)),
                   tr("“status” shows which nodes hold the slots. Finish the deployment that holds them first."));

    case ErrorCode::NeverHealthy:
        return say(tr("%1 did not become healthy within %2 seconds: %3").arg(a(0), a(1), a(2)),
                   tr("Correct what the reason says. If the image is at fault, build it again. Then try again."));
    case ErrorCode::DrainTimedOut:
        return drainTimedOut();
    case ErrorCode::AlreadyRunsImage:
        return say(tr("%1 already runs %2.").arg(a(0), imageText(a(1))),
                   tr("There is nothing to swap. “rebirth” replaces nodes by fresh ones of the same image."));
    case ErrorCode::NothingToRollBack:
        return nothingToRollBack();
    case ErrorCode::PastNoReturn:
        return say(tr("The deployment of %1 is past its point of no return.").arg(a(0)),
                   tr("Let it finish, then swap to the earlier version."));
    case ErrorCode::NotNow:
        return notNow();
    case ErrorCode::WayClosed:
        return wayClosed();
    case ErrorCode::DeploymentOpen:
        return say(tr("A deployment of %1 is open: nobody works on it, and it has not come to an end.").arg(a(0)),
                   tr("“resume” shows how it stands: continue it, roll it back, or adopt what runs."));
    case ErrorCode::DeploymentUnknown:
        return say(tr("The journal has no deployment %1.").arg(a(0)), tr("“history” lists those it has."));
    case ErrorCode::GateTripped:
        return gateTripped();
    case ErrorCode::WarningNotAccepted:
        return warningNotAccepted();
    case ErrorCode::GroupBusy:
        return say(tr("The group %1 is busy: %2 is under way.").arg(a(0), a(1)),
                   tr("Wait until it ends, or cancel it."));
    case ErrorCode::FleetBusy:
        return say(tr("The fleet %1 is busy: %2 is under way.").arg(a(0), a(1)),
                   tr("Wait until it ends, or cancel it."));
    case ErrorCode::LeaseHeld:
        return leaseHeld();
    case ErrorCode::LeaseLost:
        return leaseLost();
    case ErrorCode::CheckBlocked:
        return checkBlocked();
    case ErrorCode::NotAnOrphan:
        return say(tr("%1 is no orphan: something refers to it, or there is no such thing.").arg(a(0)),
                   tr("The list of orphans has what nothing refers to."));

    case ErrorCode::SecretUnavailable:
        return say(tr("A secret cannot be read or kept: %1.").arg(a(0)),
                   tr("Unlock the keychain, or check who may read the key file, then try again."));
    case ErrorCode::StoreUnusable:
        if (m_error.detail == u"index.json")
            return say(tr("The index of the image store %1 is damaged.").arg(a(0)),
                       tr("Put an index.json from a backup in its place, or move it away and build again. “images "
                          "--verify” names what is damaged."));
        return say(
            tr("The store %1 cannot be opened.").arg(a(0)),
            tr("Check that the disk is not full and that you may write there. A damaged file can be moved away."));
    case ErrorCode::StoreNewer:
        return say(tr("%1 was written by a newer Snowmelt.").arg(a(0)),
                   tr("Use that version; this one leaves the file as it is."));
    }
    return {};
}

} // namespace

Sentence sentence(const Error& error)
{
    return ErrorWording(error).sentence();
}

} // namespace snowmelt
