// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/probe.h"

namespace snowmelt {

/// Records of find -printf '%y%m\t%U\t%G\t%s\t%D\t%p\0%l\0'. False when the bytes are something else.
bool readFileList(const QByteArray& body, ProbeFacts& facts);

/// "HASH  PATH\0" of sha256sum -z. False when the bytes are something else.
bool readHashes(const QByteArray& body, ProbeFacts& facts);

/// What find said about places it could not read. False when there is a line that names no place.
bool readFindComplaints(const QByteArray& err, ProbeFacts& facts);
void readHashComplaints(const QByteArray& err, ProbeFacts& facts);

} // namespace snowmelt
