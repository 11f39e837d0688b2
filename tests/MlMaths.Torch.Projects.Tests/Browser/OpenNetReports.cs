using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of project 4 on the digits.</summary>
public sealed class OpenNetReports(QuickNetRun quick) : OpenReports
{
    private protected override bool IsShared => true;

    private protected override RunOf Example() => quick.Run;
}
