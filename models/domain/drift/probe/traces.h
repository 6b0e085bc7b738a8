// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"

#include <QMap>
#include <QSet>

namespace snowmelt {

/// Things that differ, of which a node may know when and by whom they were changed.
struct TracesWanted
{
    QList<QByteArray> paths; ///< absolute; 200 at most are asked for
    QStringList packages;    ///< 200 at most
    bool isEmpty() const { return paths.isEmpty() && packages.isEmpty(); }
};

/// When a thing was changed.
struct ChangeTrace
{
    QDateTime at;  ///< UTC by the node's clock: ctime of a file, when its package was touched
    QString owner; ///< of a file; empty: not said
    bool operator==(const ChangeTrace&) const = default;
};

/// A record of /var/log/apt/history.log; apt(8).
struct AptRun
{
    QDateTime from; ///< UTC
    QDateTime to;
    QString command; ///< as toldCommand() leaves it
    QString person;  ///< who asked for it; empty: not said
    QSet<QString> packages;
    QSet<QString> removed; ///< of them
    bool operator==(const AptRun&) const = default;
};

/// A line of /var/log/dpkg.log.
struct PackageAct
{
    QDateTime at; ///< UTC
    QString package;
    QString text; ///< "upgrade nginx:amd64 1.22 1.23"
    bool isRemoval = false;
    bool operator==(const PackageAct&) const = default;
};

/// A command that sudo ran; what it refused is none.
struct SudoRun
{
    QDateTime at; ///< UTC
    QString person;
    QString command; ///< as toldCommand() leaves it
    bool operator==(const SudoRun&) const = default;
};

/// What a node says about changes. What it does not say is missing, and claims nothing.
struct Traces
{
    QMap<QByteArray, ChangeTrace> files;
    QMap<QString, ChangeTrace> packages;
    QList<AptRun> apt; ///< each list by time
    QList<PackageAct> dpkg;
    QList<SudoRun> sudo;
    bool operator==(const Traces&) const = default;
};

/// A read-only script with limits of time and length, as all of the probe's.
QByteArray traceScript(const TracesWanted& wanted, const QByteArray& nonce);
/// Pure. Logs tell the time of the node's clock on its wall: it is taken for UTC by the offset that held when the
/// nearest of the things was changed.
Traces readTraces(const QByteArray& out, const TracesWanted& wanted, const QByteArray& nonce);

} // namespace snowmelt
