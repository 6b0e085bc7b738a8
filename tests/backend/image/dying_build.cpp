// SPDX-License-Identifier: GPL-3.0-or-later
// Builds an image and comes to harm at a named point. Usage: dying_build HOME BLUEPRINT IMAGE HARM POINT
//
// HARM is "die" (SIGKILL), "fill" (its disk is full from there on) or "none". POINT is
//   phase:NAME  the first Progress with this phase has been told
//   line:TEXT   the log has this line
//   built:N     the N-th ImageBuilt has been told
//   act:N       before its N-th call that makes something last (rename, fsync, syncfs)
//   removal:N   before its N-th unlinkat
// Prints "acts N", "removals N", and "built DIGEST", "failed CODE ARGUMENT" or "cancelled".
#include "backend/image/image_builder.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "models/domain/code_names.h"

#include <QCoreApplication>
#include <QCoro/QCoroTask>
#include <QFile>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace snowmelt;

namespace {

QByteArray home;
bool fills = false;
int fatalAct = 0;
int fatalRemoval = 0;
std::atomic_int acts = 0;
std::atomic_int removals = 0;

// To the last byte: what is left of a block is enough for a small file.
void fillDisk()
{
    const QByteArray ballast = home + QByteArray("/ballast");
    const int file = ::open(ballast.constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const QByteArray bytes(1 << 20, 'x');
    for (size_t size = 1 << 20; size > 0; size /= 2)
        while (::write(file, bytes.constData(), size) == static_cast<ssize_t>(size)) {
        }
    ::close(file);
}

void comeToHarm()
{
    if (!fills)
        ::raise(SIGKILL);
    fillDisk();
}

void countAct()
{
    if (++acts == fatalAct)
        comeToHarm();
}

bool reaches(const EventBody& body, const QString& kind, const QString& what, int* built)
{
    if (const auto* progress = std::get_if<Progress>(&body))
        return kind == u"phase" && codeName(progress->phase) == what;
    if (const auto* line = std::get_if<LogLine>(&body))
        return kind == u"line" && line->text == what;
    return std::holds_alternative<ImageBuilt>(body) && kind == u"built" && ++*built == what.toInt();
}

void tellEnd(const Result<ImageBuilder::Built>& built)
{
    std::printf("acts %d\nremovals %d\n", acts.load(), removals.load());
    if (built.ok())
        std::printf("built %s\n", qPrintable(built->record.digest.text()));
    else if (built.failed())
        std::printf("failed %s %s\n", qPrintable(codeName(built.error().code)),
                    qPrintable(built.error().args.join(u' ')));
    else
        std::printf("cancelled\n");
}

} // namespace

// The program's own symbols come before those of the C library.
extern "C" {

int rename(const char* from, const char* to) noexcept
{
    countAct();
    return static_cast<int>(::syscall(SYS_rename, from, to));
}

int fsync(int descriptor)
{
    countAct();
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

int syncfs(int descriptor) noexcept
{
    countAct();
    return static_cast<int>(::syscall(SYS_syncfs, descriptor));
}

int unlinkat(int folder, const char* name, int flags) noexcept
{
    if (++removals == fatalRemoval)
        comeToHarm();
    return static_cast<int>(::syscall(SYS_unlinkat, folder, name, flags));
}
}

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString kind = arguments.value(5).section(u':', 0, 0);
    const QString what = arguments.value(5).section(u':', 1);
    home = QFile::encodeName(arguments.value(1));
    fills = arguments.value(4) == u"fill";
    const bool harmed = arguments.value(4) != u"none";
    fatalAct = harmed && kind == u"act" ? what.toInt() : 0;
    fatalRemoval = harmed && kind == u"removal" ? what.toInt() : 0;
    QFile file(arguments.value(2));
    const auto image = ImageRef::parse(arguments.value(3));
    if (!image || !file.open(QIODevice::ReadOnly))
        return 2;
    const Blueprint blueprint = parseBlueprint(file.readAll(), file.fileName()).value;
    int built = 0;
    bool happened = false;
    const auto hear = [&](const EventBody& body) {
        if (!harmed || happened || !reaches(body, kind, what, &built))
            return;
        happened = true;
        comeToHarm();
    };
    tellEnd(QCoro::waitFor(ImageBuilder(arguments.value(1)).build(blueprint, {*image, true}, hear, {})));
    return 0;
}
