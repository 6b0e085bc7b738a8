// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/operations.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace snowmelt {

/// Is this command line for the terminal (a verb, --help, --version) rather than for the window ([FILE])?
bool isCommandLine(const QStringList& arguments);

/// Does the verb draw? Then it needs fonts, and a QGuiApplication around it.
bool drawsPicture(const QStringList& arguments);

/// Runs one verb to its end in the running event loop's thread and returns the exit status (docs/COMMANDS.md).
/// `makeOperations` is called only by verbs that need the backend. SIGINT and SIGTERM cancel; a second one still waits
/// for clean-up. `arguments` is without the program's name.
int runCommandLine(const QStringList& arguments, const std::function<std::unique_ptr<Operations>()>& makeOperations);

} // namespace snowmelt
