// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/compare.h"

#include <functional>
#include <optional>

namespace snowmelt {

constexpr qint64 textLimit = 64 * 1024;

/// Paths of the report's changed files whose texts may be shown: small, readable by everybody on both sides, and of no
/// kind that carries secrets. At most 50, in the report's order.
QList<QByteArray> showableTexts(const DriftReport& report, const Baseline& baseline, const ProbeFacts& facts);

/// Whether a path is of a kind that carries no secrets, so that a text of it may be shown.
bool isShowablePath(const QByteArray& path);

/// Whether a file that is there as before has another content.
bool isOfContent(const Difference& difference);

/// Whether everybody may enter all folders of the path: a file in another one is not for everybody, whatever its own
/// mode says. `modeOf` has a folder's mode, or nothing above the folder where the list begins; without any it is not.
bool areFoldersOpen(const QByteArray& path, const std::function<std::optional<int>(const QByteArray& folder)>& modeOf);

/// A script that sends these files, and its answer: path → bytes.
QByteArray textScript(const QList<QByteArray>& paths, const QByteArray& nonce);
/// `hashes`: path → SHA-256 (hex) of the files. One that is no longer what was hashed is not among them.
QMap<QByteArray, QByteArray> parseTexts(const QByteArray& out, const QList<QByteArray>& paths, const QByteArray& nonce,
                                        const QMap<QByteArray, QByteArray>& hashes);

/// Without what may be a secret in it (withheld_text.h). Nothing when the bytes are no text.
QString showableText(const QByteArray& bytes);

} // namespace snowmelt
