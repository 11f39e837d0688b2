using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The calculus report.</summary>
public sealed class OpenCalculusReports(QuickCalculusRun quick) : OpenReports
{
    private protected override bool IsShared => true;

    private protected override RunOf Example() => quick.Run;
}
