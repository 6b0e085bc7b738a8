// SPDX-License-Identifier: GPL-3.0-or-later
// Builds an image on a host, or on this machine without being root, and dies at a named point.
// Usage: host_build HOME BLUEPRINT IMAGE PERSON POINT
//
// PERSON is the home of who knows the host "loop"; "-": this machine. POINT is
//   phase:NAME:N  the N-th Progress with this phase has been told
//   line:TEXT     the log has this line
//   -             it lives
// Prints "built DIGEST", "failed CODE DETAIL" or "cancelled".
#include "backend/buildhost/build_hosts.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/domain/code_names.h"
#include "tests/support/nobody_to_ask.h"

#include <QCoreApplication>
#include <QCoro/QCoroTask>
#include <QFile>

#include <csignal>
#include <cstdio>

using namespace snowmelt;

namespace {

std::shared_ptr<TierRunner> runnerOf(BuildHosts& hosts, const QString& person)
{
    return person == u"-" ? BuildHosts::rootless() : hosts.runner(QStringLiteral("loop"), Blueprint{}).value();
}

SshPerson personAt(const QString& home)
{
    SshPerson person = thisPerson();
    person.home = home;
    person.environment.remove(QStringLiteral("SSH_AUTH_SOCK"));
    return person;
}

void dieAt(const QString& point, const EventBody& body, int* count)
{
    const QString kind = point.section(u':', 0, 0);
    bool reached = false;
    if (const auto* progress = std::get_if<Progress>(&body))
        reached = kind == u"phase" && codeName(progress->phase) == point.section(u':', 1, 1) &&
                  ++*count == point.section(u':', 2).toInt();
    else if (const auto* line = std::get_if<LogLine>(&body))
        reached = kind == u"line" && line->text == point.section(u':', 1);
    if (reached)
        ::raise(SIGKILL);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QFile file(arguments.value(2));
    const auto image = ImageRef::parse(arguments.value(3));
    if (!image || !file.open(QIODevice::ReadOnly))
        return 2;
    const Blueprint blueprint = parseBlueprint(file.readAll(), file.fileName()).value;
    test::NobodyToAsk nobody;
    BuildHosts hosts(&nobody, personAt(arguments.value(4)));
    int count = 0;
    const auto hear = [&](const EventBody& body) { dieAt(arguments.value(5), body, &count); };
    const auto built =
        QCoro::waitFor(ImageBuilder(arguments.value(1))
                           .build(blueprint, {*image, true, false, runnerOf(hosts, arguments.value(4))}, hear, {}));
    if (built.ok())
        std::printf("built %s\n", qPrintable(built->record.digest.text()));
    else if (built.failed())
        std::printf("failed %s %s\n", qPrintable(codeName(built.error().code)), qPrintable(built.error().detail));
    else
        std::printf("cancelled\n");
    return 0;
}
