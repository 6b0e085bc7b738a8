// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/compare.h"

namespace snowmelt {

constexpr qint64 textLimit = 64 * 1024;

/// Paths of the report's changed files whose texts may be shown: small, readable by everybody on both sides, and of no
/// kind that carries secrets. At most 50, in the report's order.
QList<QByteArray> showableTexts(const DriftReport& report, const Baseline& baseline, const ProbeFacts& facts);

/// A script that sends these files, and its answer: path → bytes. A file that is not what was hashed is not among them.
QByteArray textScript(const QList<QByteArray>& paths, const QByteArray& nonce);
QMap<QByteArray, QByteArray> parseTexts(const QByteArray& out, const QList<QByteArray>& paths, const QByteArray& nonce,
                                        const ProbeFacts& facts);

/// Nothing when the bytes are no text, or hold a private key.
QString showableText(const QByteArray& bytes);

} // namespace snowmelt
