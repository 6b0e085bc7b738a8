// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/code_names.h"

#include "models/domain/code_tables.h"

namespace snowmelt {

template <>
constexpr auto tableOf<ErrorCode> = enumTable<ErrorCode>({
    {ErrorCode::Unexpected, "unexpected"},
    {ErrorCode::FileUnreadable, "fileUnreadable"},
    {ErrorCode::FileUnwritable, "fileUnwritable"},
    {ErrorCode::DiskFull, "diskFull"},
    {ErrorCode::ToolMissing, "toolMissing"},
    {ErrorCode::ProcessFailed, "processFailed"},
    {ErrorCode::TimedOut, "timedOut"},
    {ErrorCode::Unsupported, "unsupported"},
    {ErrorCode::BlueprintInvalid, "blueprintInvalid"},
    {ErrorCode::RecipeInvalid, "recipeInvalid"},
    {ErrorCode::ImageUnknown, "imageUnknown"},
    {ErrorCode::GroupUnknown, "groupUnknown"},
    {ErrorCode::NodeUnknown, "nodeUnknown"},
    {ErrorCode::BalancerMissing, "balancerMissing"},
    {ErrorCode::PlatformUnavailable, "platformUnavailable"},
    {ErrorCode::EngineRefused, "engineRefused"},
    {ErrorCode::PortTaken, "portTaken"},
    {ErrorCode::NoFreeAddressBlock, "noFreeAddressBlock"},
    {ErrorCode::NameTaken, "nameTaken"},
    {ErrorCode::NodeNotRunning, "nodeNotRunning"},
    {ErrorCode::NodeVanished, "nodeVanished"},
    {ErrorCode::ImageNotOnPlatform, "imageNotOnPlatform"},
    {ErrorCode::FleetNotUp, "fleetNotUp"},
    {ErrorCode::MirrorUnreachable, "mirrorUnreachable"},
    {ErrorCode::PackageNotFound, "packageNotFound"},
    {ErrorCode::BuildCommandFailed, "buildCommandFailed"},
    {ErrorCode::BuildNeedsRoot, "buildNeedsRoot"},
    {ErrorCode::ImageNotBuilt, "imageNotBuilt"},
    {ErrorCode::ImageCorrupt, "imageCorrupt"},
    {ErrorCode::LockInvalid, "lockInvalid"},
    {ErrorCode::LockTooOld, "lockTooOld"},
    {ErrorCode::DebChanged, "debChanged"},
    {ErrorCode::MirrorStale, "mirrorStale"},
    {ErrorCode::FileTooLarge, "fileTooLarge"},
    {ErrorCode::ImageAmbiguous, "imageAmbiguous"},
    {ErrorCode::ImageFileInvalid, "imageFileInvalid"},
    {ErrorCode::SignatureInvalid, "signatureInvalid"},
    {ErrorCode::ImageNeverServed, "imageNeverServed"},
    {ErrorCode::ImageTestFailed, "imageTestFailed"},
    {ErrorCode::PackerInvalid, "packerInvalid"},
    {ErrorCode::PackerFailed, "packerFailed"},
    {ErrorCode::PackerPluginMissing, "packerPluginMissing"},
    {ErrorCode::ArtifactInvalid, "artifactInvalid"},
    {ErrorCode::HostToolMissing, "hostToolMissing"},
    {ErrorCode::HostCannotBuild, "hostCannotBuild"},
    {ErrorCode::SshUnreachable, "sshUnreachable"},
    {ErrorCode::SshSilent, "sshSilent"},
    {ErrorCode::SshAuthFailed, "sshAuthFailed"},
    {ErrorCode::SshBroken, "sshBroken"},
    {ErrorCode::HostKeyChanged, "hostKeyChanged"},
    {ErrorCode::HostKeyUnknown, "hostKeyUnknown"},
    {ErrorCode::HostKeyNotTrusted, "hostKeyNotTrusted"},
    {ErrorCode::HostKeyRevoked, "hostKeyRevoked"},
    {ErrorCode::NobodyAnswered, "nobodyAnswered"},
    {ErrorCode::SshConfigInvalid, "sshConfigInvalid"},
    {ErrorCode::SshConfigUnsupported, "sshConfigUnsupported"},
    {ErrorCode::RemoteCommandFailed, "remoteCommandFailed"},
    {ErrorCode::ProbeUnreadable, "probeUnreadable"},
    {ErrorCode::BalancerSocketGone, "balancerSocketGone"},
    {ErrorCode::BalancerConfigRejected, "balancerConfigRejected"},
    {ErrorCode::BalancerRefused, "balancerRefused"},
    {ErrorCode::BalancerDisagrees, "balancerDisagrees"},
    {ErrorCode::BalancerConfigMoved, "balancerConfigMoved"},
    {ErrorCode::NoFreeSlot, "noFreeSlot"},
    {ErrorCode::NeverHealthy, "neverHealthy"},
    {ErrorCode::DrainTimedOut, "drainTimedOut"},
    {ErrorCode::AlreadyRunsImage, "alreadyRunsImage"},
    {ErrorCode::NothingToRollBack, "nothingToRollBack"},
    {ErrorCode::PastNoReturn, "pastNoReturn"},
    {ErrorCode::NotNow, "notNow"},
    {ErrorCode::WayClosed, "wayClosed"},
    {ErrorCode::DeploymentOpen, "deploymentOpen"},
    {ErrorCode::DeploymentUnknown, "deploymentUnknown"},
    {ErrorCode::GateTripped, "gateTripped"},
    {ErrorCode::WarningNotAccepted, "warningNotAccepted"},
    {ErrorCode::GroupBusy, "groupBusy"},
    {ErrorCode::FleetBusy, "fleetBusy"},
    {ErrorCode::LeaseHeld, "leaseHeld"},
    {ErrorCode::LeaseLost, "leaseLost"},
    {ErrorCode::CheckBlocked, "checkBlocked"},
    {ErrorCode::NotAnOrphan, "notAnOrphan"},
    {ErrorCode::SecretUnavailable, "secretUnavailable"},
    {ErrorCode::StoreUnusable, "storeUnusable"},
    {ErrorCode::StoreNewer, "storeNewer"},
});

template <>
constexpr auto tableOf<OutcomeKind> = enumTable<OutcomeKind>({
    {OutcomeKind::Done, "done"},
    {OutcomeKind::Failed, "failed"},
    {OutcomeKind::Differences, "differences"},
    {OutcomeKind::Incomplete, "incomplete"},
    {OutcomeKind::Cancelled, "cancelled"},
    {OutcomeKind::Refused, "refused"},
});

template <>
constexpr auto tableOf<Safety> = enumTable<Safety>({
    {Safety::NothingTouched, "nothingTouched"},
    {Safety::Unchanged, "unchanged"},
    {Safety::AsWanted, "asWanted"},
    {Safety::BlueServes, "blueServes"},
    {Safety::BlueServesGreenKept, "blueServesGreenKept"},
    {Safety::GreenServes, "greenServes"},
    {Safety::GreenServesAlone, "greenServesAlone"},
    {Safety::PartlyUp, "partlyUp"},
    {Safety::PartlyDown, "partlyDown"},
    {Safety::StoreAsBefore, "storeAsBefore"},
    {Safety::Uncertain, "uncertain"},
});

template <>
constexpr auto tableOf<Phase> = enumTable<Phase>({
    {Phase::StartingPlatform, "startingPlatform"},
    {Phase::LeasingAddresses, "leasingAddresses"},
    {Phase::BuildingImage, "buildingImage"},
    {Phase::InstallingPackages, "installingPackages"},
    {Phase::RunningCommands, "runningCommands"},
    {Phase::RecordingInventory, "recordingInventory"},
    {Phase::PackingLayer, "packingLayer"},
    {Phase::ImportingImage, "importingImage"},
    {Phase::CreatingNode, "creatingNode"},
    {Phase::AwaitingHealth, "awaitingHealth"},
    {Phase::ConfiguringBalancer, "configuringBalancer"},
    {Phase::ScanningNode, "scanningNode"},
    {Phase::RemovingNode, "removingNode"},
    {Phase::RemovingNetwork, "removingNetwork"},
    {Phase::RemovingVolumes, "removingVolumes"},
    {Phase::Looking, "looking"},
    {Phase::CleaningUp, "cleaningUp"},
    {Phase::Draining, "draining"},
    {Phase::Baking, "baking"},
    {Phase::Paused, "paused"},
    {Phase::TakingLease, "takingLease"},
    {Phase::AwaitingTurn, "awaitingTurn"},
    {Phase::BootingImage, "bootingImage"},
    {Phase::TestingImage, "testingImage"},
    {Phase::RunningPacker, "runningPacker"},
    {Phase::CopyingToHost, "copyingToHost"},
    {Phase::FetchingLayer, "fetchingLayer"},
});

template <>
constexpr auto tableOf<Health> = enumTable<Health>({
    {Health::Unknown, "unknown"},
    {Health::Healthy, "healthy"},
    {Health::Degraded, "degraded"},
    {Health::Draining, "draining"},
    {Health::Down, "down"},
});

template <>
constexpr auto tableOf<Role> = enumTable<Role>({
    {Role::Node, "node"},
    {Role::Balancer, "balancer"},
    {Role::Database, "database"},
});

template <>
constexpr auto tableOf<Lifecycle> = enumTable<Lifecycle>({
    {Lifecycle::Absent, "absent"},
    {Lifecycle::Created, "created"},
    {Lifecycle::Running, "running"},
    {Lifecycle::Stopped, "stopped"},
});

template <>
constexpr auto tableOf<Side> = enumTable<Side>({
    {Side::None, "none"},
    {Side::Blue, "blue"},
    {Side::Green, "green"},
});

template <>
constexpr auto tableOf<StepKind> = enumTable<StepKind>({
    {StepKind::Check, "check"},
    {StepKind::CreateNodes, "createNodes"},
    {StepKind::AwaitHealthy, "awaitHealthy"},
    {StepKind::MoveTraffic, "moveTraffic"},
    {StepKind::DrainBlue, "drainBlue"},
    {StepKind::Bake, "bake"},
    {StepKind::RetireBlue, "retireBlue"},
    {StepKind::DestroyBlue, "destroyBlue"},
});

template <>
constexpr auto tableOf<Strategy> = enumTable<Strategy>({
    {Strategy::BlueGreen, "blueGreen"},
    {Strategy::Rebirth, "rebirth"},
});

template <>
constexpr auto tableOf<Verdict> = enumTable<Verdict>({
    {Verdict::Pass, "pass"},
    {Verdict::Warn, "warn"},
    {Verdict::Block, "block"},
});

template <>
constexpr auto tableOf<Command> = enumTable<Command>({
    {Command::RollBack, "rollBack"},
    {Command::Pause, "pause"},
    {Command::Continue, "continue"},
    {Command::Abort, "abort"},
    {Command::ExtendDrain, "extendDrain"},
});

template <>
constexpr auto tableOf<Way> = enumTable<Way>({
    {Way::Continue, "continue"},
    {Way::RollBack, "rollBack"},
    {Way::Adopt, "adopt"},
});

template <>
constexpr auto tableOf<ServingSide> = enumTable<ServingSide>({
    {ServingSide::Unknown, "unknown"},
    {ServingSide::Blue, "blue"},
    {ServingSide::Green, "green"},
    {ServingSide::Both, "both"},
});

template <>
constexpr auto tableOf<StepEnd> = enumTable<StepEnd>({
    {StepEnd::NotBegun, "notBegun"},
    {StepEnd::Done, "done"},
    {StepEnd::Failed, "failed"},
    {StepEnd::Interrupted, "interrupted"},
});

template <>
constexpr auto tableOf<OrphanKind> = enumTable<OrphanKind>({
    {OrphanKind::Node, "node"},
    {OrphanKind::Volume, "volume"},
    {OrphanKind::Network, "network"},
    {OrphanKind::Image, "image"},
    {OrphanKind::Addresses, "addresses"},
});

template <>
constexpr auto tableOf<DriftSeverity> = enumTable<DriftSeverity>({
    {DriftSeverity::High, "high"},
    {DriftSeverity::Medium, "medium"},
    {DriftSeverity::Low, "low"},
});

template <>
constexpr auto tableOf<DriftSection> = enumTable<DriftSection>({
    {DriftSection::Packages, "packages"},
    {DriftSection::Files, "files"},
    {DriftSection::Users, "users"},
    {DriftSection::Groups, "groups"},
    {DriftSection::Sockets, "sockets"},
    {DriftSection::System, "system"},
    {DriftSection::Kernel, "kernel"},
    {DriftSection::Services, "services"},
    {DriftSection::Sudoers, "sudoers"},
    {DriftSection::Schedules, "schedules"},
    {DriftSection::KernelSettings, "kernelSettings"},
    {DriftSection::Mounts, "mounts"},
    {DriftSection::Certificates, "certificates"},
    {DriftSection::Runtimes, "runtimes"},
    {DriftSection::StaleLibraries, "staleLibraries"},
});

template <>
constexpr auto tableOf<CauseKind> = enumTable<CauseKind>({
    {CauseKind::MissedUpdate, "missedUpdate"},
    {CauseKind::AheadUpdate, "aheadUpdate"},
    {CauseKind::Added, "added"},
    {CauseKind::Removed, "removed"},
    {CauseKind::Changed, "changed"},
});

template <>
constexpr auto tableOf<EvidenceKind> = enumTable<EvidenceKind>({
    {EvidenceKind::PackageTime, "packageTime"},
    {EvidenceKind::ChangeTime, "changeTime"},
    {EvidenceKind::FileOwner, "fileOwner"},
    {EvidenceKind::AptLog, "aptLog"},
    {EvidenceKind::PackageLog, "packageLog"},
    {EvidenceKind::SudoLog, "sudoLog"},
});

template <>
constexpr auto tableOf<LikelyCauseKind> = enumTable<LikelyCauseKind>({
    {LikelyCauseKind::PackageRun, "packageRun"},
    {LikelyCauseKind::CommandRun, "commandRun"},
    {LikelyCauseKind::ChangedAlso, "changedAlso"},
});

template <>
constexpr auto tableOf<AccessKind> = enumTable<AccessKind>({
    {AccessKind::HostKey, "hostKey"},
    {AccessKind::Passphrase, "passphrase"},
    {AccessKind::Password, "password"},
    {AccessKind::Challenge, "challenge"},
    {AccessKind::Variable, "variable"},
});

template <>
constexpr auto tableOf<DifferenceKind> = enumTable<DifferenceKind>({
    {DifferenceKind::Added, "added"},
    {DifferenceKind::Removed, "removed"},
    {DifferenceKind::Changed, "changed"},
});

template <>
constexpr auto tableOf<Tier> = enumTable<Tier>({
    {Tier::Os, "os"},
    {Tier::Foundation, "foundation"},
    {Tier::Immutable, "immutable"},
});

template <>
constexpr auto tableOf<FileType> = enumTable<FileType>({
    {FileType::File, "file"},
    {FileType::Directory, "directory"},
    {FileType::Link, "link"},
    {FileType::CharDevice, "charDevice"},
    {FileType::BlockDevice, "blockDevice"},
    {FileType::Fifo, "fifo"},
    {FileType::Socket, "socket"},
    {FileType::Unknown, "unknown"},
});

QString codeName(ErrorCode code)
{
    return nameIn(code);
}
QString codeName(OutcomeKind code)
{
    return nameIn(code);
}
QString codeName(Safety code)
{
    return nameIn(code);
}
QString codeName(Phase code)
{
    return nameIn(code);
}
QString codeName(Health code)
{
    return nameIn(code);
}
QString codeName(Role code)
{
    return nameIn(code);
}
QString codeName(Lifecycle code)
{
    return nameIn(code);
}
QString codeName(Side code)
{
    return nameIn(code);
}
QString codeName(StepKind code)
{
    return nameIn(code);
}
QString codeName(Strategy code)
{
    return nameIn(code);
}
QString codeName(Verdict code)
{
    return nameIn(code);
}
QString codeName(Command code)
{
    return nameIn(code);
}
QString codeName(Way code)
{
    return nameIn(code);
}
QString codeName(ServingSide code)
{
    return nameIn(code);
}
QString codeName(StepEnd code)
{
    return nameIn(code);
}
QString codeName(OrphanKind code)
{
    return nameIn(code);
}
QString codeName(DriftSeverity code)
{
    return nameIn(code);
}
QString codeName(DriftSection code)
{
    return nameIn(code);
}
QString codeName(DifferenceKind code)
{
    return nameIn(code);
}
QString codeName(CauseKind code)
{
    return nameIn(code);
}
QString codeName(EvidenceKind code)
{
    return nameIn(code);
}
QString codeName(LikelyCauseKind code)
{
    return nameIn(code);
}
QString codeName(AccessKind code)
{
    return nameIn(code);
}
QString codeName(Tier code)
{
    return nameIn(code);
}
QString codeName(FileType code)
{
    return nameIn(code);
}

template std::optional<ErrorCode> codeFromName<ErrorCode>(const QString&);
template QList<ErrorCode> allCodes<ErrorCode>();
template std::optional<OutcomeKind> codeFromName<OutcomeKind>(const QString&);
template QList<OutcomeKind> allCodes<OutcomeKind>();
template std::optional<Safety> codeFromName<Safety>(const QString&);
template QList<Safety> allCodes<Safety>();
template std::optional<Phase> codeFromName<Phase>(const QString&);
template QList<Phase> allCodes<Phase>();
template std::optional<Health> codeFromName<Health>(const QString&);
template QList<Health> allCodes<Health>();
template std::optional<Role> codeFromName<Role>(const QString&);
template QList<Role> allCodes<Role>();
template std::optional<Lifecycle> codeFromName<Lifecycle>(const QString&);
template QList<Lifecycle> allCodes<Lifecycle>();
template std::optional<Side> codeFromName<Side>(const QString&);
template QList<Side> allCodes<Side>();
template std::optional<StepKind> codeFromName<StepKind>(const QString&);
template QList<StepKind> allCodes<StepKind>();
template std::optional<Strategy> codeFromName<Strategy>(const QString&);
template QList<Strategy> allCodes<Strategy>();
template std::optional<Verdict> codeFromName<Verdict>(const QString&);
template QList<Verdict> allCodes<Verdict>();
template std::optional<Command> codeFromName<Command>(const QString&);
template QList<Command> allCodes<Command>();
template std::optional<Way> codeFromName<Way>(const QString&);
template QList<Way> allCodes<Way>();
template std::optional<ServingSide> codeFromName<ServingSide>(const QString&);
template QList<ServingSide> allCodes<ServingSide>();
template std::optional<StepEnd> codeFromName<StepEnd>(const QString&);
template QList<StepEnd> allCodes<StepEnd>();
template std::optional<OrphanKind> codeFromName<OrphanKind>(const QString&);
template QList<OrphanKind> allCodes<OrphanKind>();
template std::optional<DriftSeverity> codeFromName<DriftSeverity>(const QString&);
template QList<DriftSeverity> allCodes<DriftSeverity>();
template std::optional<DriftSection> codeFromName<DriftSection>(const QString&);
template QList<DriftSection> allCodes<DriftSection>();
template std::optional<DifferenceKind> codeFromName<DifferenceKind>(const QString&);
template QList<DifferenceKind> allCodes<DifferenceKind>();
template std::optional<CauseKind> codeFromName<CauseKind>(const QString&);
template QList<CauseKind> allCodes<CauseKind>();
template std::optional<EvidenceKind> codeFromName<EvidenceKind>(const QString&);
template QList<EvidenceKind> allCodes<EvidenceKind>();
template std::optional<LikelyCauseKind> codeFromName<LikelyCauseKind>(const QString&);
template QList<LikelyCauseKind> allCodes<LikelyCauseKind>();
template std::optional<AccessKind> codeFromName<AccessKind>(const QString&);
template QList<AccessKind> allCodes<AccessKind>();
template std::optional<Tier> codeFromName<Tier>(const QString&);
template QList<Tier> allCodes<Tier>();
template std::optional<FileType> codeFromName<FileType>(const QString&);
template QList<FileType> allCodes<FileType>();

} // namespace snowmelt
