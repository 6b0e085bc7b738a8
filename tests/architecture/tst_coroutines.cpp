// SPDX-License-Identifier: GPL-3.0-or-later
// What a coroutine ends with. The promise of QCoro 0.8 takes any lvalue that is not const by "U&&" and moves out of it
// (qcorotask.h, return_value): a member, what a pointer or a reference leads to, is empty from then on.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <optional>

namespace {

/// "*call->reply" is {call, dereferences}; "view" is a name and no more.
struct Path
{
    QString base;
    bool isName = false;
    bool dereferences = false; ///< there is a "*" before it or a "->" in it
};

/// nullopt: the expression makes something, or calls.
std::optional<Path> pathOf(const QString& expression)
{
    static const QRegularExpression form(QStringLiteral("^(\\*?)(\\w+)((?:(?:\\.|->)\\w+)*)$"));
    const QRegularExpressionMatch match = form.match(expression);
    if (!match.hasMatch())
        return std::nullopt;
    const QString rest = match.captured(3);
    const bool star = !match.captured(1).isEmpty();
    const bool dereferences = star || rest.contains(QStringLiteral("->"));
    return Path{match.captured(2), !star && rest.isEmpty(), dereferences};
}

struct Declared
{
    bool isConst = false; ///< of a pointer: what it leads to
    bool isReference = false;
    bool isPointer = false; ///< a smart one too, by its type or by an alias that ends with Ptr
};

/// The last declaration of the name in what is before the end of a coroutine; nullopt: it is nobody's but a class's.
std::optional<Declared> declaredAs(const QString& name, const QString& before)
{
    const QRegularExpression declaration(
        QStringLiteral("(?:^|[(,;{}\\n])\\s*(const )?((?!return\\b|co_|else\\b|new\\b)[A-Za-z_][\\w:]*"
                       "(?:<[^;{}()]*>)?)\\s*(const )?([&*]{0,2})\\s*\\b%1\\b\\s*(?=[=;,:)({])")
            .arg(name));
    std::optional<Declared> last;
    for (auto it = declaration.globalMatch(before); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString type = match.captured(2);
        const bool isSmart = type.contains(QStringLiteral("_ptr<")) || type.endsWith(QStringLiteral("Ptr"));
        Declared found;
        found.isReference = match.captured(4).contains(u'&');
        found.isPointer = isSmart || match.captured(4).contains(u'*');
        found.isConst = isSmart && !found.isReference ? type.contains(QStringLiteral("_ptr<const "))
                                                      : !match.captured(1).isEmpty() || !match.captured(3).isEmpty();
        last = found;
    }
    return last;
}

/// Whether the coroutine may move out of something that outlives it. What is its own dies with it.
bool isMovedOutOf(const Path& path, const std::optional<Declared>& declared)
{
    if (!declared)
        return !path.isName || path.base.startsWith(QStringLiteral("m_"));
    const bool leadsOut = declared->isReference || (declared->isPointer && path.dereferences);
    return leadsOut && !declared->isConst;
}

/// From the last line that ends a thing at the outermost level.
QString functionBefore(const QString& source, qsizetype end)
{
    const QString before = source.left(end);
    return before.mid(std::max<qsizetype>(0, before.lastIndexOf(QStringLiteral("\n}"))));
}

/// The expressions, in order.
QStringList movedOutOf(const QString& source)
{
    static const QRegularExpression returned(QStringLiteral("\\bco_return ([^;]+);"));
    QStringList found;
    for (auto it = returned.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString expression = match.captured(1).simplified();
        const std::optional<Path> path = pathOf(expression);
        if (path && isMovedOutOf(*path, declaredAs(path->base, functionBefore(source, match.capturedStart()))))
            found << expression;
    }
    return found;
}

QStringList movedOutOf(const QString& parameters, const QString& body)
{
    return movedOutOf(QStringLiteral("int before(Error& error)\n{\n}\n\nTask<Done> run(") + parameters +
                      QStringLiteral(")\n{\n    ") + body + QStringLiteral("\n}\n"));
}

} // namespace

class TestCoroutines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMovedOutOfIsFound_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char* name, const char* parameters, const char* body, const QStringList& found) {
            QTest::newRow(name) << QString::fromLatin1(parameters) << QString::fromLatin1(body) << found;
        };
        const QStringList none;
        row("a member", "", "co_return m_error;", {QStringLiteral("m_error")});
        row("of this", "", "co_return this->error;", {QStringLiteral("this->error")});
        row("of a private part", "", "co_return d->end;", {QStringLiteral("d->end")});
        row("of a member", "", "co_return m_state.error;", {QStringLiteral("m_state.error")});
        row("what a member leads to", "", "co_return *m_end;", {QStringLiteral("*m_end")});
        row("a reference", "", "Error& error = errorOf(1);\n    co_return error;", {QStringLiteral("error")});
        row("of a loop", "", "for (auto& one : all)\n        co_return one;", {QStringLiteral("one")});
        row("of a reference", "Call& call", "co_return call.reply;", {QStringLiteral("call.reply")});
        row("of a pointer", "std::shared_ptr<Call> call", "co_return *call->reply;", {QStringLiteral("*call->reply")});
        row("of an alias", "CallPtr call", "co_return call->reply;", {QStringLiteral("call->reply")});
        row("of a const pointer", "const CallPtr call", "co_return call->reply;", {QStringLiteral("call->reply")});
        row("its own", "Error error", "co_return error;", none);
        row("of its own", "NodeFacts node", "co_return *node.unseen;", none);
        row("const", "", "const std::optional<Error>& end = m_end;\n    co_return *end;", none);
        row("const in an if", "", "if (const std::optional<Error> end = ended())\n        co_return *end;", none);
        row("of something const", "std::shared_ptr<const Call> call", "co_return call->reply;", none);
        row("a pointer itself", "CallPtr call", "co_return call;", none);
        row("made", "", "co_return Error{};", none);
        row("called", "", "co_return m_call.reply();", none);
        row("a constant", "", "co_return false;", none);
        row("a name of another function", "", "co_return error;", none);
    }
    void whatIsMovedOutOfIsFound()
    {
        QFETCH(const QString, parameters);
        QFETCH(const QString, body);
        QTEST(movedOutOf(parameters, body), "found");
    }

    void nothingOutlivesItsCoroutineEmpty()
    {
        QStringList found;
        qsizetype ends = 0;
        for (const char* top : {"app", "ui", "models", "backend", "tests"}) {
            QDirIterator files(QStringLiteral(SNOWMELT_SOURCE_DIR "/") + QString::fromLatin1(top),
                               {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                QFile file(path);
                if (path.endsWith(QStringLiteral("tst_coroutines.cpp")) || !file.open(QIODevice::ReadOnly))
                    continue;
                const QString source = QString::fromUtf8(file.readAll());
                ends += source.count(QStringLiteral("co_return "));
                for (const QString& expression : movedOutOf(source))
                    found << path + QStringLiteral(": co_return ") + expression;
            }
        }
        QVERIFY(ends > 600);
        QCOMPARE(found.join(u'\n'), QString());
    }
};

QTEST_APPLESS_MAIN(TestCoroutines)
#include "tst_coroutines.moc"
