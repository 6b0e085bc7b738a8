<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActivityText</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not seen in full</source>
        <translation>
            <numerusform>%n not seen in full</numerusform>
            <numerusform>%n not seen in full</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s) reborn</source>
        <translation>
            <numerusform>%1 of %n node reborn</numerusform>
            <numerusform>%1 of %n nodes reborn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BuildingWording</name>
    <message numerus="yes">
        <source>came out otherwise the second time: %n file(s) differ</source>
        <translation>
            <numerusform>came out otherwise the second time: %n file differs</numerusform>
            <numerusform>came out otherwise the second time: %n files differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n test(s) passed</source>
        <translation>
            <numerusform>, %n test passed</numerusform>
            <numerusform>, %n tests passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) came out as the same bytes twice</source>
        <translation>
            <numerusform>%n image came out as the same bytes twice</numerusform>
            <numerusform>%n images came out as the same bytes twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s) came out otherwise the second time</source>
        <translation>
            <numerusform>%1 of %n image came out otherwise the second time</numerusform>
            <numerusform>%1 of %n images came out otherwise the second time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CauseWording</name>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>%n package</numerusform>
            <numerusform>%n packages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user group(s)</source>
        <translation>
            <numerusform>%n user group</numerusform>
            <numerusform>%n user groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listening socket(s)</source>
        <translation>
            <numerusform>%n listening socket</numerusform>
            <numerusform>%n listening sockets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) of the operating system</source>
        <translation>
            <numerusform>%n fact of the operating system</numerusform>
            <numerusform>%n facts of the operating system</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) of the kernel</source>
        <translation>
            <numerusform>%n fact of the kernel</numerusform>
            <numerusform>%n facts of the kernel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sudo rule(s)</source>
        <translation>
            <numerusform>%n sudo rule</numerusform>
            <numerusform>%n sudo rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scheduled job(s)</source>
        <translation>
            <numerusform>%n scheduled job</numerusform>
            <numerusform>%n scheduled jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kernel setting(s)</source>
        <translation>
            <numerusform>%n kernel setting</numerusform>
            <numerusform>%n kernel settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mount(s)</source>
        <translation>
            <numerusform>%n mount</numerusform>
            <numerusform>%n mounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runtime(s)</source>
        <translation>
            <numerusform>%n runtime</numerusform>
            <numerusform>%n runtimes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) of deleted libraries</source>
        <translation>
            <numerusform>%n use of deleted libraries</numerusform>
            <numerusform>%n uses of deleted libraries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) missed the same update, it seems (%1)</source>
        <translation>
            <numerusform>%n node missed the same update, it seems (%1)</numerusform>
            <numerusform>%n nodes missed the same update, it seems (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) got the same update before the others, it seems (%1)</source>
        <translation>
            <numerusform>%n node got the same update before the others, it seems (%1)</numerusform>
            <numerusform>%n nodes got the same update before the others, it seems (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) have %1 in an older version than %2</source>
        <translation>
            <numerusform>%n node has %1 in an older version than %2</numerusform>
            <numerusform>%n nodes have %1 in an older version than %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) have %1 in a newer version than %2</source>
        <translation>
            <numerusform>%n node has %1 in a newer version than %2</numerusform>
            <numerusform>%n nodes have %1 in a newer version than %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) have %1 that are not on %2</source>
        <translation>
            <numerusform>%n node has %1 that are not on %2</numerusform>
            <numerusform>%n nodes have %1 that are not on %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) lack %1 that are on %2</source>
        <translation>
            <numerusform>%n node lacks %1 that are on %2</numerusform>
            <numerusform>%n nodes lack %1 that are on %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) differ from %2 in the same %1</source>
        <translation>
            <numerusform>%n node differs from %2 in %1</numerusform>
            <numerusform>%n nodes differ from %2 in the same %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CliText</name>
    <message numerus="yes">
        <source>On %n node(s), %1:</source>
        <translation>
            <numerusform>On %n node, %1:</numerusform>
            <numerusform>On %n nodes, %1:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 entries</source>
        <translation>
            <numerusform>%1 entry</numerusform>
            <numerusform>%1 entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n node(s), the blueprint says %2.</source>
        <translation>
            <numerusform>%1 has %n node, the blueprint says %2.</numerusform>
            <numerusform>%1 has %n nodes, the blueprint says %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1… (%n character(s))</source>
        <translation>
            <numerusform>%1… (%n character)</numerusform>
            <numerusform>%1… (%n characters)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) reborn. Next: </source>
        <translation>
            <numerusform>%n node reborn. Next: </numerusform>
            <numerusform>%n nodes reborn. Next: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This puts fresh nodes of the same image in the place of %1, %n at a time at most, and removes them with all that was changed on them. The first that does not end well is the last.</source>
        <translation>
            <numerusform>This puts a fresh node of the same image in the place of %1, %n at a time at most, and removes it with all that was changed on it. The first that does not end well is the last.</numerusform>
            <numerusform>This puts fresh nodes of the same image in the place of %1, %n at a time at most, and removes them with all that was changed on them. The first that does not end well is the last.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) are watched</source>
        <translation>
            <numerusform>%n node is watched</numerusform>
            <numerusform>%n nodes are watched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepted: from now on %n node(s) are compared with this look.</source>
        <translation>
            <numerusform>Accepted: from now on %n node is compared with this look.</numerusform>
            <numerusform>Accepted: from now on %n nodes are compared with this look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; --json lists all of them</source>
        <translation>
            <numerusform>and %n more; --json lists all of them</numerusform>
            <numerusform>and %n more; --json lists all of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>%n package</numerusform>
            <numerusform>%n packages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeploymentWording</name>
    <message numerus="yes">
        <source>%1 has %n open session(s), the oldest %2</source>
        <translation>
            <numerusform>%1 has %n open session, the oldest %2</numerusform>
            <numerusform>%1 has %n open sessions, the oldest %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n of them a WebSocket</source>
        <translation>
            <numerusform>%1, %n of them a WebSocket</numerusform>
            <numerusform>%1, %n of them WebSockets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drifted</source>
        <translation>
            <numerusform>%n drifted</numerusform>
            <numerusform>%n drifted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>draining, %n session(s) open</source>
        <translation>
            <numerusform>draining, %n session open</numerusform>
            <numerusform>draining, %n sessions open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not seen</source>
        <translation>
            <numerusform>%n not seen</numerusform>
            <numerusform>%n not seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (+%n hidden)</source>
        <translation>
            <numerusform>%1 (+%n hidden)</numerusform>
            <numerusform>%1 (+%n hidden)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriftHistoryWording</name>
    <message numerus="yes">
        <source>%n thing(s) changed within a minute</source>
        <translation>
            <numerusform>%n thing changed within a minute</numerusform>
            <numerusform>%n things changed within a minute</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriftNews</name>
    <message numerus="yes">
        <source>%n node(s) drifted</source>
        <translation>
            <numerusform>%n node drifted</numerusform>
            <numerusform>%n nodes drifted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) cannot be scanned</source>
        <translation>
            <numerusform>%n node cannot be scanned</numerusform>
            <numerusform>%n nodes cannot be scanned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriftRows</name>
    <message numerus="yes">
        <source>%n could not be seen</source>
        <translation>
            <numerusform>%n could not be seen</numerusform>
            <numerusform>%n could not be seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by %1</source>
        <translation>
            <numerusform>%n hidden by %1</numerusform>
            <numerusform>%n hidden by %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriftWording</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorWording</name>
    <message numerus="yes">
        <source>The blueprint %1 has %n error(s).</source>
        <translation>
            <numerusform>The blueprint %1 has %n error.</numerusform>
            <numerusform>The blueprint %1 has %n errors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %1, %n session(s) were still open after %2 seconds.</source>
        <translation>
            <numerusform>On %1, %n session was still open after %2 seconds.</numerusform>
            <numerusform>On %1, %n sessions were still open after %2 seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n node(s)</source>
        <translation>
            <numerusform>%1, %n node</numerusform>
            <numerusform>%1, %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>still %1, %n node(s)</source>
        <translation>
            <numerusform>still %1, %n node</numerusform>
            <numerusform>still %1, %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureText</name>
    <message numerus="yes">
        <source>%n node(s), not listed one by one</source>
        <translation>
            <numerusform>%n node, not listed one by one</numerusform>
            <numerusform>%n nodes, not listed one by one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s), not created yet</source>
        <translation>
            <numerusform>%n node, not created yet</numerusform>
            <numerusform>%n nodes, not created yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with drift</source>
        <translation>
            <numerusform>%n with drift</numerusform>
            <numerusform>%n with drift</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open session(s)</source>
        <translation>
            <numerusform>%n open session</numerusform>
            <numerusform>%n open sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s), not looked at</source>
        <translation>
            <numerusform>%n node, not looked at</numerusform>
            <numerusform>%n nodes, not looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FleetRows</name>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n server</numerusform>
            <numerusform>%n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapWords</name>
    <message numerus="yes">
        <source>%n event(s) could not be read: a newer Snowmelt wrote them, or they are damaged.</source>
        <translation>
            <numerusform>%n event could not be read: a newer Snowmelt wrote it, or it is damaged.</numerusform>
            <numerusform>%n events could not be read: a newer Snowmelt wrote them, or they are damaged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupDriftText</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n node(s) differ</source>
        <translation>
            <numerusform>%1: %2 of %n node differs</numerusform>
            <numerusform>%1: %2 of %n nodes differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: all %n node(s) are alike</source>
        <translation>
            <numerusform>%1: %n node, alike</numerusform>
            <numerusform>%1: all %n nodes are alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) are alike</source>
        <translation>
            <numerusform>%n node is alike</numerusform>
            <numerusform>%n nodes are alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) could not be looked at</source>
        <translation>
            <numerusform>%n node could not be looked at</numerusform>
            <numerusform>%n nodes could not be looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) could not be seen in full</source>
        <translation>
            <numerusform>%n node could not be seen in full</numerusform>
            <numerusform>%n nodes could not be seen in full</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) have it so</source>
        <translation>
            <numerusform>%n node has it so</numerusform>
            <numerusform>%n nodes have it so</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) differ only in what rules hide</source>
        <translation>
            <numerusform>%n node differs only in what rules hide</numerusform>
            <numerusform>%n nodes differ only in what rules hide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Happening</name>
    <message numerus="yes">
        <source>The plan was made: %n step(s)</source>
        <translation>
            <numerusform>The plan was made: %n step</numerusform>
            <numerusform>The plan was made: %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 accepted %n warning(s)</source>
        <translation>
            <numerusform>%1 accepted %n warning</numerusform>
            <numerusform>%1 accepted %n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageWording</name>
    <message numerus="yes">
        <source>%n file(s) of packages that differ</source>
        <translation>
            <numerusform>%n file of packages that differ</numerusform>
            <numerusform>%n files of packages that differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemText</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockWording</name>
    <message numerus="yes">
        <source>%n package(s) of its lock differ</source>
        <translation>
            <numerusform>%n package of its lock differs</numerusform>
            <numerusform>%n packages of its lock differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) added</source>
        <translation>
            <numerusform>%n package added</numerusform>
            <numerusform>%n packages added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) removed</source>
        <translation>
            <numerusform>%n package removed</numerusform>
            <numerusform>%n packages removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) newer</source>
        <translation>
            <numerusform>%n package newer</numerusform>
            <numerusform>%n packages newer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) older</source>
        <translation>
            <numerusform>%n package older</numerusform>
            <numerusform>%n packages older</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) with other bytes</source>
        <translation>
            <numerusform>%n package with other bytes</numerusform>
            <numerusform>%n packages with other bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %1, as %n earlier build(s) took</source>
        <translation>
            <numerusform>about %1, as %n earlier build took</numerusform>
            <numerusform>about %1, as %n earlier builds took</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogText</name>
    <message numerus="yes">
        <source>and %n more; “snowmelt build --prove --json” lists all of them</source>
        <translation>
            <numerusform>and %n more; “snowmelt build --prove --json” lists all of them</numerusform>
            <numerusform>and %n more; “snowmelt build --prove --json” lists all of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationWording</name>
    <message numerus="yes">
        <source>Waiting because %n session(s) are still open</source>
        <translation>
            <numerusform>Waiting because %n session is still open</numerusform>
            <numerusform>Waiting because %n sessions are still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting because %n session(s) are still open, most of them on %1</source>
        <translation>
            <numerusform>Waiting because %n session is still open, on %1</numerusform>
            <numerusform>Waiting because %n sessions are still open, most of them on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fresh node(s) serve; those they replace are gone.</source>
        <translation>
            <numerusform>%n fresh node serves; what it replaces is gone.</numerusform>
            <numerusform>%n fresh nodes serve; those they replace are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n other build(s)</source>
        <translation>
            <numerusform>Waiting for %n other build</numerusform>
            <numerusform>Waiting for %n other builds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrphanWords</name>
    <message numerus="yes">
        <source>Remove %n orphan(s)</source>
        <translation>
            <numerusform>Remove %n orphan</numerusform>
            <numerusform>Remove %n orphans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message numerus="yes">
        <source>Move %n part(s)</source>
        <translation>
            <numerusform>Move %n part</numerusform>
            <numerusform>Move %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arrange %n part(s)</source>
        <translation>
            <numerusform>Arrange %n part</numerusform>
            <numerusform>Arrange %n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanWording</name>
    <message numerus="yes">
        <source>%1 … %2 (%n node(s))</source>
        <translation>
            <numerusform>%1 … %2 (%n node)</numerusform>
            <numerusform>%1 … %2 (%n nodes)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 differs from its image in %n place(s); that ends with the node.</source>
        <translation>
            <numerusform>%1 differs from its image in %n place; that ends with the node.</numerusform>
            <numerusform>%1 differs from its image in %n places; that ends with the node.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wait until %1 are healthy</source>
        <translation>
            <numerusform>Wait until %1 is healthy</numerusform>
            <numerusform>Wait until %1 are healthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s) are healthy now.</source>
        <translation>
            <numerusform>%1 of %n node is healthy now.</numerusform>
            <numerusform>%1 of %n nodes are healthy now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) take traffic and are not replaced with this batch; %1 at least are asked for.</source>
        <translation>
            <numerusform>%n node takes traffic and is not replaced with this batch; %1 at least are asked for.</numerusform>
            <numerusform>%n nodes take traffic and are not replaced with this batch; %1 at least are asked for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PruneWords</name>
    <message numerus="yes">
        <source>and %n more, as they are listed</source>
        <translation>
            <numerusform>and %n more, as it is listed</numerusform>
            <numerusform>and %n more, as they are listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n build(s)</source>
        <translation>
            <numerusform>Remove %n build</numerusform>
            <numerusform>Remove %n builds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n file(s) that nothing names</source>
        <translation>
            <numerusform>Remove %n file that nothing names</numerusform>
            <numerusform>Remove %n files that nothing names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>Stop and remove %n server(s)</source>
        <translation>
            <numerusform>Stop and remove %n server</numerusform>
            <numerusform>Stop and remove %n servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingWords</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n WebSocket(s)</source>
        <translation>
            <numerusform>%n WebSocket</numerusform>
            <numerusform>%n WebSockets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s), below; changes nothing</source>
        <translation>
            <numerusform>%n check, below; changes nothing</numerusform>
            <numerusform>%n checks, below; changes nothing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>never below %1 of %n node(s)</source>
        <translation>
            <numerusform>never below %1 of %n node</numerusform>
            <numerusform>never below %1 of %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) more meanwhile: %1.</source>
        <translation>
            <numerusform>%n node more meanwhile: %1.</numerusform>
            <numerusform>%n nodes more meanwhile: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) more meanwhile.</source>
        <translation>
            <numerusform>%n node more meanwhile.</numerusform>
            <numerusform>%n nodes more meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n more warning(s) to start</source>
        <translation>
            <numerusform>Accept %n more warning to start</numerusform>
            <numerusform>Accept %n more warnings to start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Start, accepting %n warning(s)</source>
        <translation>
            <numerusform>&amp;Start, accepting %n warning</numerusform>
            <numerusform>&amp;Start, accepting %n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first of %n batch(es) is shown.</source>
        <translation>
            <numerusform>The first of %n batch is shown.</numerusform>
            <numerusform>The first of %n batches is shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>%1: %n more node(s) are not listed.</source>
        <translation>
            <numerusform>%1: %n more node is not listed.</numerusform>
            <numerusform>%1: %n more nodes are not listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s), all of them scanned.</source>
        <translation>
            <numerusform>%n node, scanned.</numerusform>
            <numerusform>%n nodes, all of them scanned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 node(s) scanned; of the others nothing is known.</source>
        <translation>
            <numerusform>%n of %1 nodes scanned; of the others nothing is known.</numerusform>
            <numerusform>%n of %1 nodes scanned; of the others nothing is known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) degraded or down</source>
        <translation>
            <numerusform>%n node degraded or down</numerusform>
            <numerusform>%n nodes degraded or down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) with drift, %1 difference(s) in all</source>
        <translation>
            <numerusform>%n node with drift, differences in all: %1</numerusform>
            <numerusform>%n nodes with drift, differences in all: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) never scanned for drift</source>
        <translation>
            <numerusform>%n node never scanned for drift</numerusform>
            <numerusform>%n nodes never scanned for drift</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) could not be scanned as a whole</source>
        <translation>
            <numerusform>%n node could not be scanned as a whole</numerusform>
            <numerusform>%n nodes could not be scanned as a whole</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) could not be asked</source>
        <translation>
            <numerusform>%n node could not be asked</numerusform>
            <numerusform>%n nodes could not be asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) do not answer</source>
        <translation>
            <numerusform>%n host does not answer</numerusform>
            <numerusform>%n hosts do not answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanWords</name>
    <message numerus="yes">
        <source>%n node(s) not reached, being tried again</source>
        <translation>
            <numerusform>%n node not reached, being tried again</numerusform>
            <numerusform>%n nodes not reached, being tried again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) not reached, tried again at %1</source>
        <translation>
            <numerusform>%n node not reached, tried again at %1</numerusform>
            <numerusform>%n nodes not reached, tried again at %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoreWording</name>
    <message numerus="yes">
        <source>What was seen on %n node(s) was not kept: no later scan can be compared with it.</source>
        <translation>
            <numerusform>What was seen on %n node was not kept: no later scan can be compared with it.</numerusform>
            <numerusform>What was seen on %n nodes was not kept: no later scan can be compared with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s), %1 read.</source>
        <translation>
            <numerusform>%n image, %1 read.</numerusform>
            <numerusform>%n images, %1 read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n build(s) would go, and %1 become free.</source>
        <translation>
            <numerusform>%n build would go, and %1 become free.</numerusform>
            <numerusform>%n builds would go, and %1 become free.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No build would go, but %n file(s) that nothing names: %1 become free.</source>
        <translation>
            <numerusform>No build would go, but %n file that nothing names: %1 become free.</numerusform>
            <numerusform>No build would go, but %n files that nothing names: %1 become free.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n build(s) were removed; %1 became free.</source>
        <translation>
            <numerusform>%n build was removed; %1 became free.</numerusform>
            <numerusform>%n builds were removed; %1 became free.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that nothing names were removed; %1 became free.</source>
        <translation>
            <numerusform>%n file that nothing names was removed; %1 became free.</numerusform>
            <numerusform>%n files that nothing names were removed; %1 became free.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing names %n file(s) in it: pruning removes what broken-off writes left, other files stay.</source>
        <translation>
            <numerusform>Nothing names %n file in it: pruning removes what broken-off writes left, other files stay.</numerusform>
            <numerusform>Nothing names %n files in it: pruning removes what broken-off writes left, other files stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WithheldWording</name>
    <message numerus="yes">
        <source>%n line(s) may hold a secret: shown as digests, which only tell whether they differ</source>
        <translation>
            <numerusform>%n line may hold a secret: shown as a digest, which only tells whether it differs</numerusform>
            <numerusform>%n lines may hold a secret: shown as digests, which only tell whether they differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::Actions</name>
    <message numerus="yes">
        <source>+%n min</source>
        <translation>
            <numerusform>+%n min</numerusform>
            <numerusform>+%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::Banner</name>
    <message numerus="yes">
        <source>%n more deployment(s) run</source>
        <translation>
            <numerusform>%n more deployment runs</numerusform>
            <numerusform>%n more deployments run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::ChoicesBar</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::ComparisonModel</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::ControlBar</name>
    <message numerus="yes">
        <source>+%n min</source>
        <translation>
            <numerusform>+%n min</numerusform>
            <numerusform>+%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::DifferenceDetail</name>
    <message numerus="yes">
        <source>Likely one cause: these nodes, and no others, differ in the same way in %n thing(s).</source>
        <translation>
            <numerusform>Likely one cause: these nodes, and no others, differ in the same way in %n thing.</numerusform>
            <numerusform>Likely one cause: these nodes, and no others, differ in the same way in %n things.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::Differences</name>
    <message numerus="yes">
        <source>Compare these %n &amp;node(s)…</source>
        <translation>
            <numerusform>Compare this %n &amp;node…</numerusform>
            <numerusform>Compare these %n &amp;nodes…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::DifferencesHead</name>
    <message numerus="yes">
        <source>Rebirth the %n that differ(s)…</source>
        <translation>
            <numerusform>Rebirth the %n that differs…</numerusform>
            <numerusform>Rebirth the %n that differ…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::DifferencesPanel</name>
    <message numerus="yes">
        <source>Look at the %n node(s) of %1 and compare them.</source>
        <translation>
            <numerusform>Look at the %n node of %1 and compare them.</numerusform>
            <numerusform>Look at the %n nodes of %1 and compare them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::DifferencesTools</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) hidden by the filter</source>
        <translation>
            <numerusform>%n row hidden by the filter</numerusform>
            <numerusform>%n rows hidden by the filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by rules</source>
        <translation>
            <numerusform>%n hidden by rules</numerusform>
            <numerusform>%n hidden by rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::FailurePanel</name>
    <message numerus="yes">
        <source>%n more node(s)</source>
        <translation>
            <numerusform>%n more node</numerusform>
            <numerusform>%n more nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::HistoryWindow</name>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::HostKeyDialog</name>
    <message numerus="yes">
        <source>&amp;Connect to %n host(s)</source>
        <translation>
            <numerusform>&amp;Connect to %n host</numerusform>
            <numerusform>&amp;Connect to %n hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::Inspector</name>
    <message numerus="yes">
        <source>Rebirth the %n that differ(s)…</source>
        <translation>
            <numerusform>Rebirth the %n that differs…</numerusform>
            <numerusform>Rebirth the %n that differ…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::OrphansWindow</name>
    <message numerus="yes">
        <source>Removing %n orphan(s)…</source>
        <translation>
            <numerusform>Removing %n orphan…</numerusform>
            <numerusform>Removing %n orphans…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::ProblemsPage</name>
    <message numerus="yes">
        <source>%1 has %n problem(s)</source>
        <translation>
            <numerusform>%1 has %n problem</numerusform>
            <numerusform>%1 has %n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::Rebirths</name>
    <message numerus="yes">
        <source>Rebirth these %n n&amp;ode(s)…</source>
        <translation>
            <numerusform>Rebirth this %n n&amp;ode…</numerusform>
            <numerusform>Rebirth these %n n&amp;odes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rebirth the %n that &amp;differ(s)…</source>
        <translation>
            <numerusform>Rebirth the %n that &amp;differs…</numerusform>
            <numerusform>Rebirth the %n that &amp;differ…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::RecipeWindow</name>
    <message numerus="yes">
        <source>%n problem(s).</source>
        <translation>
            <numerusform>%n problem.</numerusform>
            <numerusform>%n problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::RehearsalDialog</name>
    <message numerus="yes">
        <source>Rebirth of %n node(s) of %1</source>
        <translation>
            <numerusform>Rebirth of %n node of %1</numerusform>
            <numerusform>Rebirth of %n nodes of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::StoreWindow</name>
    <message numerus="yes">
        <source>&amp;Remove %n build(s)…</source>
        <translation>
            <numerusform>&amp;Remove %n build…</numerusform>
            <numerusform>&amp;Remove %n builds…</numerusform>
        </translation>
    </message>
</context>
</TS>
