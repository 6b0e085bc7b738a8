// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace snowmelt {

/// What went wrong, as a code that wording turns into a sentence. The braces list args in order.
/// Adding a code here makes models/wording fail to compile until it has a sentence in it.
enum class ErrorCode {
    Unexpected,     ///< {what}: a broken promise inside Snowmelt
    FileUnreadable, ///< {path}
    FileUnwritable, ///< {path}
    DiskFull,       ///< {path}
    ToolMissing,    ///< {program, Debian package}
    ProcessFailed,  ///< {program, exit status or signal}
    TimedOut,       ///< {what, seconds}
    Unsupported,    ///< {what, where}

    BlueprintInvalid, ///< {file, number of errors}
    RecipeInvalid,    ///< {file, line, column, what}
    ImageUnknown,     ///< {image@version}: the blueprint has no recipe for it
    GroupUnknown,     ///< {group}
    NodeUnknown,      ///< {node}
    BalancerMissing,  ///< {group}: no balancer serves it

    PlatformUnavailable, ///< {platform}: cannot be reached or started
    EngineRefused,       ///< {request, status}
    PortTaken,           ///< {address, port}
    NoFreeAddressBlock,  ///< {what}
    NameTaken,           ///< {fleet, the other blueprint's path}: same name, other folder
    NodeNotRunning,      ///< {node, state}
    NodeVanished,        ///< {node}
    ImageNotOnPlatform,  ///< {image@version}
    FleetNotUp,          ///< {fleet}

    MirrorUnreachable,   ///< {} or, where it was not asked for the password in its address, {password}
    PackageNotFound,     ///< {package, locked version that is gone or empty, names near it…}
    BuildCommandFailed,  ///< {image@version, command, exit status, how to look into the root if it was kept}
    BuildNeedsRoot,      ///< {} or, where no user namespace will do, {always}
    ImageNotBuilt,       ///< {image@version}
    ImageCorrupt,        ///< {image@version or digest}
    LockInvalid,         ///< {file, line, column}; detail: what
    LockTooOld,          ///< {image@version, package}: the recipe asks for what its lock does not have
    DebChanged,          ///< {package, where from}: what was downloaded is not what the lock says
    MirrorStale,         ///< {address}: what it says of itself is out of date
    FileTooLarge,        ///< {path, bytes, limit}
    ImageAmbiguous,      ///< {what was asked for, those it may mean}
    ImageFileInvalid,    ///< {file}; detail: what is wrong with it
    SignatureInvalid,    ///< {image@version, signer}; detail: what the tool says
    ImageNeverServed,    ///< {image@version, seconds, last reason}: when it was tried; detail: its last lines
    ImageTestFailed,     ///< {image@version, test, exit status}; detail: its last lines
    PackerInvalid,       ///< {image@version, template}, detail: what Packer says; or {…, names}: too many beside it
    PackerFailed,        ///< {image@version, exit status}; detail: its last lines, without secrets
    PackerPluginMissing, ///< {image@version, plugin, command that installs it}
    ArtifactInvalid,     ///< {image@version, file}; detail: what is wrong with it
    HostToolMissing,     ///< {build host, program, Debian package}
    HostCannotBuild,     ///< {build host, what is wrong}

    SshUnreachable,       ///< {node, host:port}
    SshSilent,            ///< {node, host:port, seconds}: connected, says nothing
    SshAuthFailed,        ///< {node, user, who does not let them in: an existing host or one on its way}
    SshBroken,            ///< {node, the hop that failed}: the connection ended in the middle
    HostKeyChanged,       ///< {node, expected fingerprint, presented fingerprint}
    HostKeyUnknown,       ///< {node, presented fingerprint, host}
    HostKeyNotTrusted,    ///< {node, host, changed fingerprint, file:line that says otherwise}: an existing host's
    HostKeyRevoked,       ///< {node, host, fingerprint, file:line}
    NobodyAnswered,       ///< {node, kind of question, host, …}: declined, or nobody to ask; transport/questioner.h
    SshConfigInvalid,     ///< {node, file, line, column}; detail: what
    SshConfigUnsupported, ///< {node, keyword, file, line}: it decides who is reached, and Snowmelt does not know it
    RemoteCommandFailed,  ///< {node, command, exit status}
    ProbeUnreadable,      ///< {node}: the answer broke the probe's frame

    BalancerSocketGone,     ///< {balancer}
    BalancerConfigRejected, ///< {balancer}
    BalancerRefused,        ///< {balancer, command, answer}
    BalancerDisagrees,      ///< {balancer, what}: config and runtime differ
    BalancerConfigMoved,    ///< {balancer}: somebody else wrote the config since it was read
    NoFreeSlot,             ///< {balancer, group}

    NeverHealthy,       ///< {node, seconds, last reason}
    DrainTimedOut,      ///< {node, sessions left, seconds}
    AlreadyRunsImage,   ///< {group, image@version}
    NothingToRollBack,  ///< {group}
    PastNoReturn,       ///< {group}
    NotNow,             ///< {command, group, reason}: a running deployment cannot do that in its state
    WayClosed,          ///< {way, group, reason}: of an open deployment
    DeploymentOpen,     ///< {group, what}: one nobody works on must be brought to an end first
    DeploymentUnknown,  ///< {operation}
    GateTripped,        ///< {gate, measured, limit, node}: gates are "failed", "latency", "check", "version"
    WarningNotAccepted, ///< {codes}
    GroupBusy,          ///< {group, what is under way}
    FleetBusy,          ///< {fleet, what is under way}
    LeaseHeld,          ///< {fleet, holder, since, until, what}
    LeaseLost,          ///< {fleet, holder, reason}: somebody took it over
    CheckBlocked,       ///< {what}
    NotAnOrphan,        ///< {name}: something refers to it

    SecretUnavailable, ///< {what}
    StoreUnusable,     ///< {path}: history or image store cannot be opened
    StoreNewer,        ///< {path}: written by a newer Snowmelt
};

struct Error
{
    ErrorCode code = ErrorCode::Unexpected;
    QStringList args;
    QString detail; ///< what the other side said, verbatim (its last lines); never a secret

    bool operator==(const Error&) const = default;
};

/// The stable spelling used in JSON and in the journal: "hostKeyChanged".
QString codeName(ErrorCode code);

} // namespace snowmelt
