// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/namespaced_script.h"

namespace snowmelt {

// unshare keeps SIGTERM from itself while it waits, so only SIGKILL ends it when Snowmelt dies; its child, process 1 of
// the namespace, dies with it, and everything else with that.
ProcessSpec namespacedScript(const QString& work, const QString& script, const QStringList& arguments)
{
    ProcessSpec spec;
    spec.program = QStringLiteral("setpriv");
    spec.arguments = {QStringLiteral("--pdeathsig"),
                      QStringLiteral("KILL"),
                      QStringLiteral("unshare"),
                      QStringLiteral("--mount"),
                      QStringLiteral("--uts"),
                      QStringLiteral("--pid"),
                      QStringLiteral("--fork"),
                      QStringLiteral("--kill-child"),
                      QStringLiteral("--mount-proc"),
                      QStringLiteral("--propagation"),
                      QStringLiteral("private"),
                      QStringLiteral("/bin/sh"),
                      work + u'/' + script};
    spec.arguments += arguments;
    spec.workingDirectory = work;
    spec.outputLimit = 0; // told line by line
    return spec;
}

} // namespace snowmelt
