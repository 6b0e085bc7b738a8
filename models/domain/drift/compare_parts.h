// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/compare.h"

namespace snowmelt {

/// Appends the field when the two values differ.
void addField(QList<FieldChange>& fields, const QString& name, const QString& baseline, const QString& actual);

/// "file", "directory", "link" …
QString fileTypeName(FileType type);
/// Four digits.
QString octalMode(int mode);
/// "tcp 0.0.0.0:8009"
QByteArray socketKey(const SocketFact& socket);
/// Where a program answers from has a port of the system's choice (net.ipv4.ip_local_port_range).
bool isReplyPort(const SocketFact& socket);

/// Files, with those of packages that differ folded into their package's difference.
void compareFiles(const Baseline& baseline, const ProbeFacts& facts, DriftReport& report);

/// Counts a thing that a rule hides.
void leaveOut(DriftReport& report, const QString& pattern, const QString& reason);

/// Whether every line that differs in an account file belongs to a user or group that is a difference itself.
bool explainedByAccounts(const QByteArray& path, const Baseline& baseline, const ProbeFacts& facts,
                         const DriftReport& report);

} // namespace snowmelt
