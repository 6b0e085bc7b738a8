// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/lease/lease_store.h"
#include "backend/platform/platform.h"
#include "models/domain/result.h"

namespace snowmelt {

/// One request per call, each a script of fixed words: what is written travels on stdin, never in the script. Nothing
/// waits for the other side while it holds the lock, so that a machine that falls asleep in a call blocks nobody.
///
/// In the folder (0700): "lock"; "book"; per waiting holder a pipe "bell.TOKEN"; per question "ask.TOKEN.ID", its pipe
/// "bell.ID" and "answer.ID"; "draft.PID" while a book comes in. Questions and answers are one line each.
namespace lease {

/// Exit statuses of the scripts.
constexpr int noFolder = 3;
constexpr int notWritten = 4;
constexpr int locked = 5; ///< somebody else's call held the lock for ten seconds

ExecRequest lookRequest(const QByteArray& folder);
ExecRequest exchangeRequest(const QByteArray& folder, const QByteArray& revision, const QByteArray& text,
                            bool handOver);
ExecRequest awaitRequest(const QByteArray& folder, const QString& token, std::chrono::seconds time);
ExecRequest answerRequest(const QByteArray& folder, const QString& token, const QString& ask, const QByteArray& text);
ExecRequest postRequest(const QByteArray& folder, const QString& token, const LeaseAsk& ask, std::chrono::seconds time);

/// The answer to all of them but answerRequest():
/// "snowmelt-lease NOW yes|no", "ask ID TEXT"…, "answer TEXT", "book here|none", its bytes, "end". Nothing when it is
/// not whole.
std::optional<LeaseView> parseView(const QByteArray& out);

} // namespace lease
} // namespace snowmelt
