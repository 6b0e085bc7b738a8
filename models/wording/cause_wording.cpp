// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {
namespace {

class CauseWording
{
    Q_DECLARE_TR_FUNCTIONS(CauseWording)

public:
    static QString things(DriftSection section, int n);
    static QString cause(const SharedCause& cause, const GroupDrift& drift);

private:
    static QString update(bool missed, int nodes, const QString& things);
    static QString against(const QString& text, const QString& things, const QString& others);
    static QString others(const SharedCause& cause, const GroupDrift& drift);
};

bool isTied(const SharedCause& cause, const GroupDrift& drift)
{
    return std::ranges::any_of(cause.rows, [&drift](int row) {
        return row >= 0 && row < drift.differences.size() && drift.differences[row].noMajority;
    });
}

QString CauseWording::things(DriftSection section, int n)
{
    switch (section) {
    case DriftSection::Packages:
        return tr("%n package(s)", nullptr, n);
    case DriftSection::Files:
        return tr("%n file(s)", nullptr, n);
    case DriftSection::Users:
        return tr("%n user(s)", nullptr, n);
    case DriftSection::Groups:
        return tr("%n user group(s)", nullptr, n);
    case DriftSection::Sockets:
        return tr("%n listening socket(s)", nullptr, n);
    case DriftSection::System:
        return tr("%n fact(s) of the operating system", nullptr, n);
    case DriftSection::Kernel:
        return tr("%n fact(s) of the kernel", nullptr, n);
    case DriftSection::Services:
        return tr("%n service(s)", nullptr, n);
    case DriftSection::Sudoers:
        return tr("%n sudo rule(s)", nullptr, n);
    case DriftSection::Schedules:
        return tr("%n scheduled job(s)", nullptr, n);
    case DriftSection::KernelSettings:
        return tr("%n kernel setting(s)", nullptr, n);
    case DriftSection::Mounts:
        return tr("%n mount(s)", nullptr, n);
    case DriftSection::Certificates:
        return tr("%n certificate(s)", nullptr, n);
    case DriftSection::Runtimes:
        return tr("%n runtime(s)", nullptr, n);
    case DriftSection::StaleLibraries:
        return tr("%n use(s) of deleted libraries", nullptr, n);
    }
    return {};
}

// Which nodes these are compared with, and how many of those there are.
QString CauseWording::others(const SharedCause& cause, const GroupDrift& drift)
{
    if (!drift.baseline.isEmpty())
        return displayText(drift.baseline.toUtf8());
    return isTied(cause, drift) ? tr("as many others") : tr("most others");
}

QString CauseWording::update(bool missed, int nodes, const QString& things)
{
    const QString text = missed ? tr("%n node(s) missed the same update, it seems (%1)", nullptr, nodes)
                                : tr("%n node(s) got the same update before the others, it seems (%1)", nullptr, nodes);
    return text.arg(things);
}

// Both at once: a name may have a "%1" of its own.
QString CauseWording::against(const QString& text, const QString& things, const QString& others)
{
    return text.arg(things, others);
}

QString CauseWording::cause(const SharedCause& cause, const GroupDrift& drift)
{
    const int nodes = int(cause.nodes.size());
    const QString what = things(cause.section, int(cause.rows.size()));
    const QString others = CauseWording::others(cause, drift);
    const bool tied = isTied(cause, drift);
    switch (cause.kind) {
    case CauseKind::MissedUpdate:
        return tied ? against(tr("%n node(s) have %1 in an older version than %2", nullptr, nodes), what, others)
                    : update(true, nodes, what);
    case CauseKind::AheadUpdate:
        return tied ? against(tr("%n node(s) have %1 in a newer version than %2", nullptr, nodes), what, others)
                    : update(false, nodes, what);
    case CauseKind::Added:
        return against(tr("%n node(s) have %1 that are not on %2", nullptr, nodes), what, others);
    case CauseKind::Removed:
        return against(tr("%n node(s) lack %1 that are on %2", nullptr, nodes), what, others);
    case CauseKind::Changed:
        return against(tr("%n node(s) differ from %2 in the same %1", nullptr, nodes), what, others);
    }
    return {};
}

} // namespace

QString thingCount(DriftSection section, int count)
{
    return CauseWording::things(section, count);
}

QString causeText(const SharedCause& cause, const GroupDrift& drift)
{
    return CauseWording::cause(cause, drift);
}

} // namespace snowmelt
