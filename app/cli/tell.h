// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/event.h"
#include "models/domain/read_json.h"

#include <QJsonObject>

namespace snowmelt {

/// What the other side said of it, verbatim but for control characters; indented, to stand below what happened.
QList<Line> detailLines(const Error& error);
/// How an operation ended: what happened, what is safe, what to do next. Failures and cancels go to stderr.
/// `plan`: the last one that was made, by whose names it is told.
void tellEnd(Console& console, const Finished& finished, const Plan& plan = {});
/// The end of a reading: only what went wrong is worth a word.
void tellFailure(Console& console, const Finished& finished, const Plan& plan = {});
/// What a reading has to say besides what was asked for: configuration that is not followed, looks that were not kept.
void tellNotes(Console& console, const QList<LogLine>& lines);
void tellError(Console& console, const Error& error, Safety safety, const Plan& plan = {});
/// "FILE:LINE:COL: error: …" on stderr, as compilers do.
void tellProblems(Console& console, const QList<FileProblem>& problems);
void tellUsage(Console& console, const QString& fault, const QString& verb);
void tellDocument(Console& console, const QJsonObject& document);
/// One of a stream of documents, each in a line.
void tellLine(Console& console, const QJsonObject& line);

} // namespace snowmelt
