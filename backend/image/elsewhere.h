// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/process.h"
#include "models/domain/result.h"

namespace snowmelt {

/// What a tier's script gets to see of the environment of whoever builds: how to reach programs and mirrors, and
/// nothing else. What a person has set for themselves (language, time zone, debconf, perl) must not decide what is
/// built.
QProcessEnvironment buildersEnvironment(const QProcessEnvironment& persons);

/// The environment of somebody else: in another country, with another name, home and language.
QProcessEnvironment strangersEnvironment(QProcessEnvironment environment);

/// Puts what elsewhere() starts into the work folder.
Result<Done> stageElsewhere(const QString& work);

/// The same script where all is otherwise that must not change what it makes: resources/builder/elsewhere.sh.
/// `expectedBytes`: about what it will write.
ProcessSpec elsewhere(ProcessSpec script, const QString& work, qint64 expectedBytes);

} // namespace snowmelt
