// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace snowmelt {

/// Either the arguments or why they make no sense, as a sentence.
struct ParsedArguments
{
    Arguments arguments;
    QString fault;
    bool helpWanted = false;
    bool ok() const { return fault.isEmpty(); }
};

/// Options of all verbs and those of this one.
QList<Option> optionsOf(const Verb& verb);

/// `words` is what follows the verb's name. Options may stand anywhere; "--" ends them.
ParsedArguments parseArguments(const Verb& verb, const QStringList& words);

} // namespace snowmelt
