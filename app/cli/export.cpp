// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/export_options.h"
#include "app/cli/operation_run.h"
#include "app/cli/tell.h"
#include "ui/export/sidecar.h"

namespace snowmelt {
namespace {

/// --json: like an act's last event, without the rest.
void tellWritten(const Call& call, const ExportOptions& options, double scale)
{
    const bool smaller = options.format == ExportFormat::Png && scale < options.scale;
    if (call.arguments.json()) {
        QJsonObject document{{QStringLiteral("schema"), QStringLiteral("snowmelt.export/1")},
                             {QStringLiteral("file"), options.path},
                             {QStringLiteral("format"), formatName(options.format)}};
        if (options.format == ExportFormat::Png)
            document.insert(QStringLiteral("scale"), scale);
        return tellDocument(call.console, document);
    }
    call.console.out(CliText::tr("%1 is written.").arg(options.path));
    if (smaller)
        call.console.out(CliText::tr("It is drawn at %1× instead of %2×: a picture has 48 million pixels at most.")
                             .arg(QString::number(scale, 'f', 2), QString::number(options.scale)));
}

/// Where a person put things in the window. Nothing is renamed here: who only draws changes no files.
Arrangement placesFor(const Call& call)
{
    const QString path = sidecarOf(call.blueprint.path);
    const SidecarRead read = path.isEmpty() ? SidecarRead() : readSidecar(path);
    if (!read.fault.isEmpty())
        call.console.err(
            CliText::tr("The places in %1 cannot be read (%2). The diagram is laid out afresh.").arg(path, read.fault));
    return read.arrangement;
}

Result<Done> written(const Call& call, const ExportWish& wish, const QByteArray& bytes)
{
    if (!wish.toStdout)
        return writeFile(wish.options.path, bytes);
    if (call.console.outFile(bytes))
        return Done{};
    return Error{ErrorCode::FileUnwritable, {QStringLiteral("stdout")}, {}};
}

int write(const Call& call, const ExportWish& wish, const FleetState& fleet, OutcomeKind outcome)
{
    ExportSubject subject = subjectOf(call.blueprint, fleet, placesFor(call));
    subject.mode = wish.mode;
    const ExportDraft draft = draftOf(subject, wish.options);
    const Result<Done> done = written(call, wish, fileOf(draft));
    if (!done.ok()) {
        tellError(call.console, done.error(), Safety::Unchanged);
        return exitFailed;
    }
    if (!wish.toStdout)
        tellWritten(call, wish.options, draft.scale);
    return exitCode(outcome);
}

int runExport(const Call& call)
{
    const std::optional<ExportWish> wish = exportWish(call);
    if (!wish)
        return exitUsage;
    if (!wish->live)
        return write(call, *wish, {}, OutcomeKind::Done);
    const Reading reading = read(call, StatusIntent{});
    const auto observed = reading.last<FleetObserved>();
    if (!observed) {
        tellFailure(call.console, reading.finished);
        return exitCode(reading.finished.outcome);
    }
    // A picture with blind spots is written, and said to have them. That the fleet differs is no failure of a picture.
    const bool whole = observed->fleet.complete();
    return write(call, *wish, observed->fleet, whole ? OutcomeKind::Done : OutcomeKind::Incomplete);
}

} // namespace

Verb exportVerb()
{
    Verb verb;
    verb.name = QStringLiteral("export");
    verb.summary = CliText::tr("draw the fleet into a file, or write its review");
    verb.options = exportOptions();
    verb.required = {QStringLiteral("-o")};
    verb.run = runExport;
    return verb;
}

} // namespace snowmelt
