// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/probe.h"

#include <optional>

namespace snowmelt {

/// One question to a node: the shell that asks it and the parser of what it says, side by side in one file.
struct ProbePiece
{
    enum Limit {
        Quick,    ///< reads a little: runs in a shell it shares with others, which is ended when one of them hangs
        OnItsOwn, ///< runs as it stands, in the script's own shell, and sets a limit to all it calls
    };
    /// Returns why the answer cannot be believed; nothing when it can. Must end on any bytes.
    using Read = QString (*)(const QByteArray& body, ProbeFacts& facts);

    const char* frame; ///< its name in the answer
    DriftSection section;
    Limit limit;
    const char* shell;
    Read read;          ///< null: read together with others, in parse.cpp
    int lines = 20'000; ///< more than any honest node has
};

QList<ProbePiece> packagePieces();
QList<ProbePiece> accountPieces();
QList<ProbePiece> socketPieces();
QList<ProbePiece> filePieces();
QList<ProbePiece> systemPieces();
QList<ProbePiece> kernelPieces();
QList<ProbePiece> mountPieces();
QList<ProbePiece> servicePieces();
QList<ProbePiece> sudoersPieces();
QList<ProbePiece> schedulePieces();
QList<ProbePiece> certificatePieces();
QList<ProbePiece> processPieces();

/// All of them in the order they run: quick ones first.
const QList<ProbePiece>& probePieces();

/// What pieces may call: "have TOOL", and quick ones "need TOOL…", "text FILE…" and "look_into FOLDER…".
QByteArray pieceFunctions();

/// A file that "text" told.
struct NodeText
{
    QByteArray path;
    QByteArray content;
};
/// The files in an answer; nothing when there is something before the first, or when one is longer than "text" tells.
std::optional<QList<NodeText>> readNodeTexts(const QByteArray& body, const QByteArray& nonce);

QList<QByteArray> nonEmptyLines(const QByteArray& body);
/// A whole number from 0 on.
std::optional<qint64> wholeNumber(const QByteArray& text, int base = 10);
/// Each run of blanks as one, none at the ends.
QByteArray oneSpaced(const QByteArray& text);
/// Bytes of a node as a value to compare: control characters and broken UTF-8 as displayText() shows them.
QString factValue(const QByteArray& raw);
/// UTC, of seconds since 1970; null for a time that is not after that, or after 9999.
QDateTime timeOf(qint64 seconds);

inline QString nonsense()
{
    return QStringLiteral("the answer makes no sense");
}

} // namespace snowmelt
