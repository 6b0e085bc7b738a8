// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/probe.h"

#include <optional>

namespace snowmelt {

/// Why the list cannot be believed; nothing when it can. Records of find -printf
/// '%y%m\t%U\t%G\t%s\t%D\t%C@\t%i\t%p\0%l\0', or what BusyBox's stat says of each name (files.cpp).
QString readFileList(const QByteArray& body, ProbeFacts& facts);

/// "HASH  PATH\0" of sha256sum -z. False when the bytes are something else.
bool readHashes(const QByteArray& body, ProbeFacts& facts);

/// What find, and stat, said about places they could not read, and how find ended where that was told.
struct FindComplaints
{
    bool understood = true; ///< each line names a place
    bool any = false;
    std::optional<qint64> status; ///< of find, when its list went through a pipe
};
FindComplaints readFindComplaints(const QByteArray& err, ProbeFacts& facts);
void readHashComplaints(const QByteArray& err, ProbeFacts& facts);

} // namespace snowmelt
