// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QHash>

namespace snowmelt {
namespace {

class ProblemWording
{
    Q_DECLARE_TR_FUNCTIONS(ProblemWording)

public:
    explicit ProblemWording(const Problem& problem) : m_problem(problem) {}
    QString sentence() const;

private:
    QString a(int i) const { return m_problem.args.value(i); }
    QString badName() const;
    QString tooLarge() const;
    QString badValue() const;
    QString notOnPlatform() const;
    static QString known(const QString& words);
    static QString didYouMean(const QString& nearest);

    const Problem& m_problem;
};

/// What the parsers ask for or found, in their words; lists of keys and choices are the same in every language.
QString ProblemWording::known(const QString& words)
{
    static const QHash<QString, const char*> texts = {
        {QStringLiteral("a mapping"), QT_TR_NOOP("a mapping")},
        {QStringLiteral("a list"), QT_TR_NOOP("a list")},
        {QStringLiteral("a list of text"), QT_TR_NOOP("a list of text")},
        {QStringLiteral("text"), QT_TR_NOOP("text")},
        {QStringLiteral("a whole number"), QT_TR_NOOP("a whole number")},
        {QStringLiteral("a number"), QT_TR_NOOP("a number")},
        {QStringLiteral("a sign or a code such as € or EUR"), QT_TR_NOOP("a sign or a code such as € or EUR")},
        {QStringLiteral("a URL path such as /healthz"), QT_TR_NOOP("a URL path such as /healthz")},
        {QStringLiteral("a Debian suite such as bookworm"), QT_TR_NOOP("a Debian suite such as bookworm")},
        {QStringLiteral("no parent in an OS tier"), QT_TR_NOOP("no parent in an OS tier")},
        {QStringLiteral("a suite in the OS tier only"), QT_TR_NOOP("a suite in the OS tier only")},
        {QStringLiteral("a Debian package name"), QT_TR_NOOP("a Debian package name")},
        {QStringLiteral("a Linux user name"), QT_TR_NOOP("a Linux user name")},
        {QStringLiteral("an absolute path"), QT_TR_NOOP("an absolute path")},
        {QStringLiteral("either source or content"), QT_TR_NOOP("either source or content")},
        {QStringLiteral("an octal mode such as \"0755\""), QT_TR_NOOP("an octal mode such as \"0755\"")},
        {QStringLiteral("a name of a-z, 0-9 and -"), QT_TR_NOOP("a name of a-z, 0-9 and -")},
        {QStringLiteral("NUL character"), QT_TR_NOOP("a NUL character")},
        {QStringLiteral("each one once"), QT_TR_NOOP("each one once")},
        {QStringLiteral("no way back to itself"), QT_TR_NOOP("no way back to itself")},
        {QStringLiteral("another balancer, in no other pair"), QT_TR_NOOP("another balancer, in no other pair")},
        {QStringLiteral("either zone or zones"), QT_TR_NOOP("either zone or zones")},
        {QStringLiteral("visible text of at most 1000 characters"),
         QT_TR_NOOP("visible text of at most 1000 characters")},
        {QStringLiteral("a pattern that does not hide everything"),
         QT_TR_NOOP("a pattern that does not hide everything")},
        {QStringLiteral("an absolute path, or a pattern that begins with / or **"),
         QT_TR_NOOP("an absolute path, or a pattern that begins with / or **")},
        {QStringLiteral("a day such as 2027-01-31"), QT_TR_NOOP("a day such as 2027-01-31")},
        {QStringLiteral("at least one name"), QT_TR_NOOP("at least one name")},
        {QStringLiteral("visible text of at most 200 characters"),
         QT_TR_NOOP("visible text of at most 200 characters")},
        {QStringLiteral("a user name"), QT_TR_NOOP("a user name")},
        {QStringLiteral("a host name or an address"), QT_TR_NOOP("a host name or an address")},
        {QStringLiteral("one machine"), QT_TR_NOOP("one machine")},
        {QStringLiteral("as many [ as ]"), QT_TR_NOOP("as many [ as ]")},
        {QStringLiteral("no [ between brackets"), QT_TR_NOOP("no [ between brackets")},
        {QStringLiteral("a range such as [01-40], [a-c] or [1,3,7-9]"),
         QT_TR_NOOP("a range such as [01-40], [a-c] or [1,3,7-9]")},
        {QStringLiteral("a range that counts upwards"), QT_TR_NOOP("a range that counts upwards")},
        {QStringLiteral("both ends of a range with as many digits, such as [01-40]"),
         QT_TR_NOOP("both ends of a range with as many digits, such as [01-40]")},
        {QStringLiteral("at most 10000 hosts"), QT_TR_NOOP("at most 10000 hosts")},
        {QStringLiteral("a Linux user name or number"), QT_TR_NOOP("a Linux user name or number")},
        {QStringLiteral("one line of text that is not empty"), QT_TR_NOOP("one line of text that is not empty")},
        {QStringLiteral("a command of visible text"), QT_TR_NOOP("a command of visible text")},
        {QStringLiteral("an http or https address without a password in it"),
         QT_TR_NOOP("an http or https address without a password in it")},
        {QStringLiteral("a suite, or a folder that ends in /"), QT_TR_NOOP("a suite, or a folder that ends in /")},
        {QStringLiteral("a component such as main"), QT_TR_NOOP("a component such as main")},
        {QStringLiteral("a name of a-z, 0-9 and . _ - / that is not Snowmelt's own"),
         QT_TR_NOOP("a name of a-z, 0-9 and . _ - / that is not Snowmelt's own")},
        {QStringLiteral("no components beside a folder"), QT_TR_NOOP("no components beside a folder")},
        {QStringLiteral("a path of visible text, relative to the recipe"),
         QT_TR_NOOP("a path of visible text, relative to the recipe")},
        {QStringLiteral("package sources in the tiers os and foundation only"),
         QT_TR_NOOP("package sources in the tiers os and foundation only")},
        {QStringLiteral("no commands before there is a root"), QT_TR_NOOP("no commands before there is a root")},
        {QStringLiteral("a file that stays in the image, not below /dev, /proc, /run, /sys or /tmp"),
         QT_TR_NOOP("a file that stays in the image, not below /dev, /proc, /run, /sys or /tmp")},
        {QStringLiteral("at most 30 services in one recipe"), QT_TR_NOOP("at most 30 services in one recipe")},
        {QStringLiteral("a file that is there"), QT_TR_NOOP("a file that is there")},
        {QStringLiteral("a plain file: no folder, no pipe, no device"),
         QT_TR_NOOP("a plain file: no folder, no pipe, no device")},
        {QStringLiteral("a file that you may read"), QT_TR_NOOP("a file that you may read")},
        {QStringLiteral("a file below 64 MiB; nodes fetch larger data better from a volume"),
         QT_TR_NOOP("a file below 64 MiB; nodes fetch larger data better from a volume")},
        {QStringLiteral("an OpenPGP public key"), QT_TR_NOOP("an OpenPGP public key")},
        {QStringLiteral("a parent of the same tier or a lower one"),
         QT_TR_NOOP("a parent of the same tier or a lower one")},
        {QStringLiteral("a schema window above the OS tier only"),
         QT_TR_NOOP("a schema window above the OS tier only")},
        {QStringLiteral("start commands in the tiers os and foundation only"),
         QT_TR_NOOP("start commands in the tiers os and foundation only")},
        {QStringLiteral("a version that is not below from"), QT_TR_NOOP("a version that is not below from")},
        {QStringLiteral("a name that is not among variables"), QT_TR_NOOP("a name that is not among variables")},
        {QStringLiteral("a file below the folder Packer runs in"),
         QT_TR_NOOP("a file below the folder Packer runs in")},
        {QStringLiteral("a name of a-z, A-Z, 0-9, _ and -"), QT_TR_NOOP("a name of a-z, A-Z, 0-9, _ and -")},
        {QStringLiteral("one line of text"), QT_TR_NOOP("one line of text")},
        {QStringLiteral("a port of this recipe or of its parents"),
         QT_TR_NOOP("a port of this recipe or of its parents")},
        {QStringLiteral("a file that Snowmelt does not give every node itself"),
         QT_TR_NOOP("a file that Snowmelt does not give every node itself")},
        {QStringLiteral("a path that no parent makes from a template"),
         QT_TR_NOOP("a path that no parent makes from a template")},
        {QStringLiteral("a parent that is not born from this image"),
         QT_TR_NOOP("a parent that is not born from this image")},
    };
    const char* text = texts.value(words);
    return text ? tr(text) : words;
}

QString ProblemWording::didYouMean(const QString& nearest)
{
    return nearest.isEmpty() ? QString() : tr("; did you mean “%1”?").arg(nearest);
}

QString ProblemWording::badName() const
{
    if (a(0).contains(u'@'))
        return tr("“%1” is not an image version; a name is at most 128 characters of a-z, 0-9 and . _ - /, a version "
                  "at most 64 of letters, digits and . _ -")
            .arg(a(0));
    return tr("“%1” is not a name; expected at most 31 characters of a-z, 0-9 and -, a letter first").arg(a(0));
}

QString ProblemWording::tooLarge() const
{
    return tr("the file has %1; expected at most %2").arg(sizeText(a(0).toLongLong()), sizeText(a(1).toLongLong()));
}

QString ProblemWording::badValue() const
{
    if (a(2) == u"not beside packer") // whatever its value is
        return tr("“%1” cannot stand beside “packer”; expected one of the two").arg(a(0));
    return tr("“%1” is “%2”; expected %3").arg(a(0), a(1), known(a(2)));
}

QString ProblemWording::notOnPlatform() const
{
    if (a(1) == u"ssh")
        return tr("“%1” has no meaning on the platform ssh, whose machines exist already; expected them by name in "
                  "“hosts”")
            .arg(a(0));
    return tr("“%1” has no meaning on the platform %2, which makes its machines itself; expected it with the "
              "platform ssh only")
        .arg(a(0), a(1));
}

QString ProblemWording::sentence() const
{
    switch (m_problem.code) {
    case ProblemCode::NotUtf8:
        return tr("this is not UTF-8; expected UTF-8 text");
    case ProblemCode::TooLarge:
        return tooLarge();
    case ProblemCode::TooDeep:
        return tr("this is nested too deeply; expected at most %1 levels").arg(a(0));
    case ProblemCode::Syntax:
        return tr("this is not YAML: %1").arg(known(a(0)));
    case ProblemCode::Empty:
        return tr("the file says nothing; expected a mapping of keys and values");
    case ProblemCode::AliasNotAllowed:
        return tr("anchors and aliases are not allowed; expected the value itself");
    case ProblemCode::DuplicateKey:
        return tr("the key “%1” is here twice; expected each key once").arg(a(0));
    case ProblemCode::UnknownKey:
        return tr("unknown key “%1”; expected %2").arg(a(0), a(1)) + didYouMean(a(2));
    case ProblemCode::MissingKey:
        return tr("the key “%1” is missing").arg(a(0));
    case ProblemCode::WrongType:
        return tr("“%1” has the wrong shape; expected %2").arg(a(0), known(a(1)));
    case ProblemCode::BadValue:
        return badValue();
    case ProblemCode::UnknownChoice:
        return tr("“%1” is “%2”; expected one of %3").arg(a(0), a(1), a(2)) + didYouMean(a(3));
    case ProblemCode::OutOfRange:
        return tr("“%1” is %2; expected %3 to %4").arg(a(0), a(1), a(2), a(3));
    case ProblemCode::BadName:
        return badName();
    case ProblemCode::DuplicateName:
        return tr("the name “%1” is taken by %2; expected a name of its own").arg(a(0), a(1));
    case ProblemCode::UnknownReference:
        return tr("“%1” names “%2”, which this file does not have").arg(a(0), a(1)) + didYouMean(a(2));
    case ProblemCode::FutureVersion:
        return tr("this is version %1; this Snowmelt reads versions up to %2").arg(a(0), a(1));
    case ProblemCode::PathEscapes:
        return tr("“%1” is outside the file’s folder; expected a path inside it").arg(a(0));
    case ProblemCode::NotOnPlatform:
        return notOnPlatform();
    }
    return {};
}

} // namespace

QString sentence(const Problem& problem)
{
    return ProblemWording(problem).sentence();
}

} // namespace snowmelt
