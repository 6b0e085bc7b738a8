// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/build_error_wording.h"

#include <QCoreApplication>

namespace snowmelt {
namespace {

/// error_wording.cpp lists the codes that come here.
class BuildErrorWording
{
    Q_DECLARE_TR_FUNCTIONS(ErrorWording)

public:
    explicit BuildErrorWording(const Error& error) : m_error(error) {}

    Sentence packageNotFound() const;
    Sentence buildCommandFailed() const;
    QString hostFault() const;
    Sentence sentence() const;

private:
    QString a(int i) const { return m_error.args.value(i); }
    static Sentence say(const QString& what, const QString& next) { return {what, next}; }

    const Error& m_error;
};

/// {package, the locked version that is gone, names near it…}
Sentence BuildErrorWording::packageNotFound() const
{
    if (!a(1).isEmpty())
        return {tr("The mirror does not have %1 in the locked version %2 any more, and it is not kept here.")
                    .arg(a(0), a(1)),
                tr("Move the lock with “update --write”; “update” alone says what would change. Or copy cache/debs "
                   "of the data folder from a machine that has built it.")};
    const QStringList near = m_error.args.mid(2);
    const QString what = tr("The mirror has no package called %1.").arg(a(0));
    if (near.isEmpty())
        return {what, tr("Correct the name in the recipe, then build again.")};
    return {what, tr("Names like it: %1. Correct the recipe, then build again.").arg(near.join(QStringLiteral(", ")))};
}

Sentence BuildErrorWording::buildCommandFailed() const
{
    const QString what = tr("While building %1, the command “%2” failed (%3).").arg(imageText(a(0)), a(1), a(2));
    if (m_error.args.size() < 4)
        return {what, tr("Correct the command in the recipe, then build again.")};
    return {what, tr("“%1” opens a shell in its root as it was left. Then correct the command in the recipe and build "
                     "again, which removes that root.")
                      .arg(a(3))};
}

/// {build host, what is wrong, more of it}
QString BuildErrorWording::hostFault() const
{
    const QString what = a(1);
    if (what == u"name")
        return tr("it is not named as [user@]host[:port]");
    if (what == u"rights")
        return tr("its login is not root, may not become root with sudo -n, and has no user namespace to be root of");
    if (what == u"overlay")
        return tr("overlay file systems do not work there");
    if (what == u"processor")
        return tr("its processor is of another kind: %1").arg(a(2));
    if (what == u"space")
        return tr("only %1 are free there").arg(sizeText(a(2).toLongLong() * 1024));
    if (what == u"folder")
        return tr("its folder %1 cannot be used").arg(a(2));
    if (what == u"packer")
        return tr("what Packer makes is built on this machine only");
    return what;
}

Sentence BuildErrorWording::sentence() const
{
    switch (m_error.code) {
    case ErrorCode::MirrorUnreachable:
        if (a(0) == u"password")
            return say(tr("There is a password in the address of the package mirror: every node would have it."),
                       tr("Lock the recipe: “update --write”. Locked packages are fetched with the password, and the "
                          "image gets the address without it."));
        return say(tr("The package mirror cannot be reached."), tr("Check the network, then build again."));
    case ErrorCode::PackageNotFound:
        return packageNotFound();
    case ErrorCode::BuildCommandFailed:
        return buildCommandFailed();
    case ErrorCode::BuildNeedsRoot:
        if (a(0) == u"always")
            return say(tr("Proving an image, and building what Packer makes, take root on this machine."),
                       tr("Start Snowmelt as root, or with sudo."));
        return say(
            tr("Building an image needs root on this machine."),
            tr("Start Snowmelt as root, or with sudo. Or give yourself subordinate ids (/etc/subuid, /etc/subgid, "
               "package uidmap)."));
    case ErrorCode::ImageNotBuilt:
        return say(tr("The image %1 has not been built.").arg(imageText(a(0))), tr("Build it first: “build”."));
    case ErrorCode::ImageCorrupt:
        return say(tr("The stored image %1 does not match its digest.").arg(imageText(a(0))),
                   tr("Build it again from scratch; until then, do not use it."));
    case ErrorCode::LockInvalid:
        return say(
            tr("The lock %1 cannot be read at line %2, column %3.").arg(a(0), a(1), a(2)),
            tr("Take it back from your version control, or write it anew with “update --write”. Nothing was built."));
    case ErrorCode::LockTooOld:
        return say(tr("The recipe of %1 asks for %2, which its lock does not have.").arg(imageText(a(0)), a(1)),
                   tr("Move the lock with “update --write”; “update” alone says what would change."));
    case ErrorCode::DebChanged:
        return say(
            tr("The package %1 from %2 is not the one that was locked.").arg(a(0), a(1)),
            tr("It was not used. The mirror gave other bytes under the same name: find out why before you build."));
    case ErrorCode::MirrorStale:
        return say(tr("What the package mirror %1 says of itself is out of date.").arg(a(0)),
                   tr("Its copy stopped being renewed, or this machine's clock is wrong. Nothing was built."));
    case ErrorCode::FileTooLarge:
        return say(
            tr("%1 is too large for an image: %2, and at most %3 fit.")
                .arg(a(0), sizeText(a(1).toLongLong()), sizeText(a(2).toLongLong())),
            tr("Nodes fetch data of this size better from a volume. Take it out of the recipe, or out of the folder "
               "of its Packer template."));
    case ErrorCode::ImageAmbiguous:
        return say(tr("%1 may be more than one image: %2.").arg(a(0), a(1)), tr("Write more of the digest."));
    case ErrorCode::ImageFileInvalid:
        return say(tr("%1 is no image that can be taken in.").arg(a(0)),
                   tr("The store is as it was. Export the image anew where it was built, and see that all of the file "
                      "arrives."));
    case ErrorCode::SignatureInvalid:
        if (a(1).isEmpty())
            return say(tr("%1 has no signature.").arg(imageText(a(0))),
                       tr("Have it signed with “sign”, by somebody whom allowed_signers beside the blueprint names."));
        return say(tr("The signature of %1 by %2 does not hold.").arg(imageText(a(0)), a(1)),
                   tr("Do not use the image until you know why: ask the signer which image they signed."));
    case ErrorCode::ImageNeverServed:
        if (a(1).isEmpty())
            return say(tr("%1 was booted, and what it runs ended: %2.").arg(imageText(a(0)), a(2)),
                       tr("It is no version. Correct its recipe by what it said last, then build again."));
        return say(tr("%1 was booted and did not serve within %2 seconds: %3.").arg(imageText(a(0)), a(1), a(2)),
                   tr("It is no version. Correct its recipe by what it said last, then build again."));
    case ErrorCode::ImageTestFailed:
        if (a(3) == u"ended")
            return say(tr("What %1 runs ended while its test “%2” ran: %3.").arg(imageText(a(0)), a(1), a(2)),
                       tr("It is no version. Correct the image or the test in its recipe, then build again."));
        return say(tr("%1 failed its test “%2” (%3).").arg(imageText(a(0)), a(1), a(2)),
                   tr("It is no version. Correct the image or the test in its recipe, then build again."));
    case ErrorCode::PackerInvalid:
        if (a(2) == u"names")
            return say(
                tr("The folder of the template %2 of %1 has too many names; at most 4,096.").arg(imageText(a(0)), a(1)),
                tr("Give the template a folder of its own."));
        return say(tr("Packer does not take the template %2 of %1.").arg(imageText(a(0)), a(1)),
                   tr("Nothing was built. Correct the template where Packer points at it, then build again."));
    case ErrorCode::PackerFailed:
        return say(tr("Packer failed to build %1 (%2).").arg(imageText(a(0)), a(1)),
                   tr("The store is as it was. Correct the template by what Packer said last, then build again."));
    case ErrorCode::PackerPluginMissing:
        return say(tr("%1 needs the Packer plugin %2, which is not installed.").arg(imageText(a(0)), a(1)),
                   tr("Install it: %1").arg(a(2)));
    case ErrorCode::ArtifactInvalid:
        return say(tr("What Packer made of %1 is no root that can be taken in: %2.").arg(imageText(a(0)), a(1)),
                   tr("The store is as it was. Correct what the template makes, or “artifact” in the recipe, then "
                      "build again."));
    case ErrorCode::HostToolMissing:
        return say(tr("The build host %1 has no %2.").arg(a(0), a(1)),
                   tr("Install it there: apt install %1").arg(a(2)));
    case ErrorCode::HostCannotBuild:
        return say(tr("%1 cannot build images: %2.").arg(a(0), hostFault()),
                   tr("Nothing was built. Put that right there, or build on another host."));
    default:
        return {};
    }
}

} // namespace

Sentence buildSentence(const Error& error)
{
    return BuildErrorWording(error).sentence();
}

} // namespace snowmelt
