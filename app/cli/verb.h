// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/blueprint/blueprint.h"
#include "models/ports/operations.h"

#include <QMap>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace snowmelt {

/// Exit statuses that are not an operation's outcome; see docs/COMMANDS.md.
constexpr int exitOk = 0;
constexpr int exitFailed = 1;
constexpr int exitUsage = 64;
constexpr int exitBadBlueprint = 65;
constexpr int exitCancelled = 130;

using MakeOperations = std::function<std::unique_ptr<Operations>()>;

struct Option
{
    QString name;        ///< "--bake"
    QString placeholder; ///< "SECONDS"; empty: a switch
    QString meaning;
    bool repeats = false; ///< may be given several times
};

/// What was said after the verb's name.
struct Arguments
{
    QStringList words;                  ///< GROUP, NODE, IMAGE …
    QString file;                       ///< the blueprint's path
    QMap<QString, QStringList> options; ///< by name with dashes: its values as given; a switch has an empty one

    bool has(const QString& option) const { return options.contains(option); }
    QString value(const QString& option, const QString& fallback = {}) const
    {
        return has(option) ? options[option].constFirst() : fallback;
    }
    /// Of an option that takes several, parted by commas or given again.
    QStringList list(const QString& option) const;
    bool json() const { return has(QStringLiteral("--json")); }
};

/// One call of a verb: what was said, and what it may use.
struct Call
{
    Arguments arguments;
    Blueprint blueprint; ///< parsed; only when the verb reads one
    Console& console;
    const MakeOperations& makeOperations;
};

/// A verb as a value: its grammar, its help and what runs.
struct Verb
{
    QString name;
    QString summary;
    QStringList words;           ///< placeholders of its arguments before FILE
    bool freeWords = false;      ///< takes as many words as are said; `words` is for the help alone
    QList<Option> options;       ///< its own; those all verbs have are added by the parser
    QStringList required;        ///< options that must be given
    bool parsesBlueprint = true; ///< false: the verb reads the file itself
    bool asks = false;           ///< has --yes
    bool takesLease = false;     ///< has --take-over
    std::function<QString(const Arguments&)> fault{}; ///< why they make no sense together, as a sentence; unset: never
    std::function<int(Call)> run;
};

/// All verbs in the order of the help; made anew, because their texts are in the language of the moment.
QList<Verb> allVerbs();
std::optional<Verb> findVerb(const QString& name);

Verb checkVerb();
Verb upVerb();
Verb downVerb();
Verb statusVerb();
Verb watchVerb();
Verb scanVerb();
Verb diffVerb();
Verb driftHistoryVerb();
Verb imagesVerb();
Verb recipeVerb();
Verb imageDiffVerb();
Verb buildVerb();
Verb updateVerb();
Verb papersVerb();
Verb signVerb();
Verb planVerb();
Verb swapVerb();
Verb rollbackVerb();
Verb pauseVerb();
Verb continueVerb();
Verb abortVerb();
Verb extendDrainVerb();
Verb rebirthVerb();
Verb resumeVerb();
Verb orphansVerb();
Verb reportVerb();
Verb historyVerb();
Verb exportVerb();

} // namespace snowmelt
