// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "app/cli/lab.h"
#include "app/cli/signal_watcher.h"
#include "backend/services/backend_operations.h"
#include "models/wording/wording.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <csignal>

#include <sys/resource.h>

using namespace snowmelt;

namespace {

std::unique_ptr<Operations> realOperations()
{
    return std::make_unique<BackendOperations>(BackendOperations::defaultHome());
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("snowmelt"));
    QCoreApplication::setOrganizationName(QStringLiteral("snowmelt"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SNOWMELT_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("snowmelt"));
    std::signal(SIGPIPE, SIG_IGN); // a peer that closes is an error of that call, not the end of the program
}

/// Opened keys and passphrases live as long as the program, as an SSH agent's do.
void keepSecretsOutOfCoreFiles()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

int runVerb(const QStringList& arguments)
{
    installTranslator(QLocale());
    return runCommandLine(arguments, realOperations);
}

/// Drawing needs fonts, not a display. Before it takes the platform it is told to, Qt looks for a display in the
/// runtime folder, and complains when there is none: an empty one answers.
std::unique_ptr<QApplication> drawingApplication(int& argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir nothing;
    const bool lacksFolder = !qEnvironmentVariableIsSet("XDG_RUNTIME_DIR");
    if (lacksFolder)
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(nothing.path()));
    auto application = std::make_unique<QApplication>(argc, argv);
    if (lacksFolder)
        qunsetenv("XDG_RUNTIME_DIR");
    return application;
}

int runTerminal(int argc, char** argv, const QStringList& arguments)
{
    if (drawsPicture(arguments)) {
        const std::unique_ptr<QApplication> application = drawingApplication(argc, argv);
        return runVerb(arguments);
    }
    const QCoreApplication application(argc, argv);
    return runVerb(arguments);
}

int runWindow(int argc, char** argv, const QStringList& arguments)
{
    const QApplication application(argc, argv);
    const std::unique_ptr<Operations> operations = realOperations();
    MainWindow window(operations.get(), labBlueprintPath());
    // A logout or kill does not ask: what runs is cancelled and cleaned up before the program ends.
    const SignalWatcher signalled([] { QCoreApplication::exit(0); });
    window.show();
    if (!arguments.isEmpty())
        window.openBlueprint(QFileInfo(arguments.first()).absoluteFilePath());
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    nameProgram();
    keepSecretsOutOfCoreFiles();
    const QStringList arguments = argumentsOf(argc, argv);
    return isCommandLine(arguments) ? runTerminal(argc, argv, arguments) : runWindow(argc, argv, arguments);
}
