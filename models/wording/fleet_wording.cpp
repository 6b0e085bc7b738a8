// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"

#include "models/domain/code_names.h"

#include <QCoreApplication>
#include <QHash>

namespace snowmelt {
namespace {

class FleetWording
{
    Q_DECLARE_TR_FUNCTIONS(FleetWording)

public:
    static QString of(Health health);
    static QString of(Lifecycle lifecycle);
    static QString of(Role role);
    static QString of(Side side);
    static QString of(Tier tier);
    static QString reason(const QString& reason);
    static QString manyMachines(const QString& fleet, qint64 machines);
};

QString FleetWording::of(Health health)
{
    switch (health) {
    case Health::Unknown:
        return tr("unknown");
    case Health::Healthy:
        return tr("healthy");
    case Health::Degraded:
        return tr("degraded");
    case Health::Draining:
        return tr("draining");
    case Health::Down:
        return tr("down");
    }
    return {};
}

QString FleetWording::of(Lifecycle lifecycle)
{
    switch (lifecycle) {
    case Lifecycle::Absent:
        return tr("does not exist");
    case Lifecycle::Created:
        return tr("created, not started");
    case Lifecycle::Running:
        return tr("running");
    case Lifecycle::Stopped:
        return tr("stopped");
    }
    return {};
}

QString FleetWording::of(Role role)
{
    switch (role) {
    case Role::Node:
        return tr("Node");
    case Role::Balancer:
        return tr("Balancer");
    case Role::Database:
        return tr("Database");
    }
    return {};
}

QString FleetWording::of(Side side)
{
    switch (side) {
    case Side::None:
        return {};
    case Side::Blue:
        return tr("blue");
    case Side::Green:
        return tr("green");
    }
    return {};
}

QString FleetWording::of(Tier tier)
{
    switch (tier) {
    case Tier::Os:
        return tr("OS");
    case Tier::Foundation:
        return tr("Foundation");
    case Tier::Immutable:
        return tr("Immutable");
    }
    return {};
}

QString unanswered(AccessKind kind)
{
    return codeName(ErrorCode::NobodyAnswered) + u' ' + codeName(kind);
}

/// What Snowmelt itself says of a node; what the node or the balancer said is shown as it is.
QString FleetWording::reason(const QString& reason)
{
    static const QHash<QString, const char*> words = {
        {QStringLiteral("starting"), QT_TR_NOOP("starting")},
        {QStringLiteral("never started"), QT_TR_NOOP("never started")},
        {QStringLiteral("stopped"), QT_TR_NOOP("stopped")},
        {QStringLiteral("not asked"), QT_TR_NOOP("not asked")},
        {QStringLiteral("no server is up"), QT_TR_NOOP("no server is up")},
        {codeName(ErrorCode::SshUnreachable), QT_TR_NOOP("does not answer SSH")},
        {codeName(ErrorCode::SshSilent), QT_TR_NOOP("SSH hangs")},
        {codeName(ErrorCode::SshAuthFailed), QT_TR_NOOP("does not let us in")},
        {codeName(ErrorCode::SshBroken), QT_TR_NOOP("connection broke off")},
        {codeName(ErrorCode::TimedOut), QT_TR_NOOP("took too long")},
        {codeName(ErrorCode::HostKeyNotTrusted), QT_TR_NOOP("host key changed")},
        {codeName(ErrorCode::HostKeyRevoked), QT_TR_NOOP("host key revoked")},
        {codeName(ErrorCode::NobodyAnswered), QT_TR_NOOP("a question was not answered")},
        {unanswered(AccessKind::HostKey), QT_TR_NOOP("host key not known")},
        {unanswered(AccessKind::Passphrase), QT_TR_NOOP("passphrase needed")},
        {unanswered(AccessKind::Password), QT_TR_NOOP("password needed")},
        {unanswered(AccessKind::Challenge), QT_TR_NOOP("its question needs an answer")},
        {codeName(ErrorCode::SshConfigInvalid), QT_TR_NOOP("error in the SSH configuration")},
        {codeName(ErrorCode::SshConfigUnsupported), QT_TR_NOOP("SSH configuration not supported")},
        {codeName(ErrorCode::RemoteCommandFailed), QT_TR_NOOP("no shell behind the login")},
    };
    const char* text = words.value(reason);
    return text ? tr(text) : reason;
}

} // namespace

QString imageText(const ImageRef& ref)
{
    return ref.isNull() ? QString() : QString(ref.name + u' ' + ref.version);
}

QString imageText(const QString& ref)
{
    const std::optional<ImageRef> image = ImageRef::parse(ref);
    return image ? imageText(*image) : ref;
}

QString healthReasonText(const QString& reason)
{
    return FleetWording::reason(reason);
}

QString FleetWording::manyMachines(const QString& fleet, qint64 machines)
{
    return tr("This makes %L1 machines for the fleet %2. If that is more than you meant, look at the sizes in its "
              "blueprint first.")
        .arg(machines)
        .arg(fleet);
}

QString manyMachinesText(const QString& fleet, qint64 machines)
{
    return FleetWording::manyMachines(fleet, machines);
}

QString healthText(Health health)
{
    return FleetWording::of(health);
}

QString lifecycleText(Lifecycle lifecycle)
{
    return FleetWording::of(lifecycle);
}

QString roleText(Role role)
{
    return FleetWording::of(role);
}

QString sideText(Side side)
{
    return FleetWording::of(side);
}

QString tierText(Tier tier)
{
    return FleetWording::of(tier);
}

} // namespace snowmelt
