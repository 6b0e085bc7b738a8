<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>DriftWording</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening sockets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed to read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the command it needs is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer ended too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it disappeared during the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temporary files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the machine’s own id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given at birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database’s data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state while it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kernel’s own files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backups that tools make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written by the platform’s network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compiled on the way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorWording</name>
    <message>
        <source>Install it, and see that it is on the PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: apt install %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program %1 was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The blueprint %1 has %n error(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Correct the places that are listed, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>On %1, %n session(s) were still open after %2 seconds.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Wait until those clients are done, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own words are shown with this message: put the cause right, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something inside Snowmelt broke its own rule: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is our mistake. Look at the fleet before you go on, and please report it with these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds %1 is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gave up waiting for “%1” after %2 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether the host is overloaded or the network is slow, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not supported by “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one that is; the help lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe %1 has an error at line %2, column %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the recipe, then try again. “check” lists all its errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The blueprint has no recipe for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a version that “images” lists, or add this one to the blueprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The blueprint has no group called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the name with the blueprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fleet has no node called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“status” lists the nodes there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No balancer serves the group %1, so its traffic cannot be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the group to what a balancer serves in the blueprint, then bring the fleet up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform %1 cannot be reached or started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that %1 is installed and that you may use it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container engine refused “%1” (status %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %2 on %1 is in use by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop that program or choose another port in the blueprint, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host has nothing free any more for another fleet: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take down a fleet that is no longer needed, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fleet called %1 already belongs to another blueprint, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this fleet another name, or take the other one down first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not running (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“up” starts it. If it keeps stopping, replace it with “rebirth”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 disappeared while it was being worked on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone or something removed it. “up” creates what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform does not have the image %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build the image, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fleet %1 is not up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it up first: “up”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package mirror cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network, then build again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mirror has no package called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the name in the recipe, then build again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While building %1, the command “%2” failed (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the command in the recipe, then build again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building an image needs root on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Snowmelt as root, or with sudo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image %1 has not been built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build it first: “build”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored image %1 does not match its digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build it again from scratch; until then, do not use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer SSH at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the node is running and that the network lets you through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepts connections at %2, but said nothing for %3 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its SSH server hangs or is overloaded. Look at the node, or replace it with “rebirth”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not accept the fleet’s key for the user %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may log in there was changed, which is drift too. Replace the node with “rebirth”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, look at the node and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 showed another host key than the one it was born with: expected %2, got %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone may be in between, or the node was exchanged. Find out why before you go on; Snowmelt does not talk to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host key is pinned for %1, which showed %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snowmelt only talks to nodes whose key it knows. Replace the node with “rebirth”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1, the command “%2” failed (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 answered to the scan could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan again. If it stays so, something on the node, such as a login script, writes into the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runtime socket of the balancer %1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic cannot be moved now. Check that HAProxy is running on %1, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balancer %1 rejects the configuration made for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balancer %1 refused “%2”: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the balancer with “status”, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balancer %1 does something else than its configuration says: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone changed one of the two by hand. Make them agree, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balancer %1 has no free slot for the group %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“status” shows which nodes hold the slots. Finish the deployment that holds them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not become healthy within %2 seconds: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what the reason says, build the image again, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already runs %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to swap. “rebirth” replaces a single node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group %1 has no deployment to roll back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rollback is possible until blue is retired. To go back later, swap to the earlier version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deployment of %1 is past its point of no return.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it finish, then swap to the earlier version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group %1 is busy: %2 is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it ends, or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fleet %1 is busy: %2 is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else is working on the fleet %1: %2 holds its lease.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until they are done, or talk to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check before the start says no: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put that right, then plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret cannot be read or kept: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain, or check who may read the key file, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store %1 cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the disk is not full and that you may write there. A damaged file can be moved away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written by a newer Snowmelt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that version; this one leaves the file as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FleetWording</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created, not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balancer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foundation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immutable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationWording</name>
    <message>
        <source>Nothing was touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snowmelt only looked; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is as you asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old nodes (blue) serve all traffic; the new ones (green) were removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old nodes (blue) serve all traffic; the new ones (green) still exist and get none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new nodes (green) serve all traffic; the old ones (blue) still exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new nodes serve all traffic; the old ones are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the fleet exists. “up” continues, “down” removes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the fleet is gone. “down” continues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image store is as it was before the build.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How things stand could not be asked. Look with “status” before you act.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Waiting because %n session(s) are still open</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting because %n session(s) are still open, most of them on %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting until %1 is healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting until %1 is healthy (%2 of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserving addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing the packages of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the commands of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording the inventory of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packing the layer of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giving %1 to the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuring the balancer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing the volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaning up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching green, %1 to go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic goes back to blue, as asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic goes back to blue because the deployment was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic goes back to blue because a step failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebirth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanWording</name>
    <message numerus="yes">
        <source>%1 … %2 (%n node(s))</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Check that the plan still holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create %1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until %1 is healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the traffic from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the open sessions on %1 end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch %1 for %2, with %3 kept ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 out of the balancer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Await health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drain blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue-green swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebirth of one node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 differs from its image in %n place(s); that ends with the node.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not every node that goes has been scanned, so what is lost with them is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is not built yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not built yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 nodes are healthy now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slots free in the balancer: %1, needed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is another one than the group runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group runs this image already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balancer answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balancer does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group has a single node: should it fail, no other one takes over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemWording</name>
    <message>
        <source>a mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a URL path such as /healthz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Debian suite such as bookworm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no parent in an OS tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a suite in the OS tier only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Debian package name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Linux user name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an absolute path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>either source or content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an octal mode such as &quot;0755&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name of a-z, 0-9 and -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a group that no other balancer serves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an image version; a name is of a-z, 0-9 and . _ - /, a version of letters, digits and . _ -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a name; expected at most 31 characters of a-z, 0-9 and -, a letter first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has %1; expected at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not UTF-8; expected UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is nested too deeply; expected at most %1 levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not YAML: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file says nothing; expected a mapping of keys and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anchors and aliases are not allowed; expected the value itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key “%1” is here twice; expected each key once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown key “%1”; expected %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key “%1” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has the wrong shape; expected %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is “%2”; expected %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is %2; expected %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name “%1” is taken by %2; expected a name of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” names “%2”, which this file does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is version %1; this Snowmelt reads versions up to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is outside the file’s folder; expected a path inside it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
