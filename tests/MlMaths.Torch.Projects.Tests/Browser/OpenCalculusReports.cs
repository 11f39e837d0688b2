using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The calculus report.</summary>
public sealed class OpenCalculusReports(OneBrowser browser, QuickCalculusRun quick) : OpenReports(browser)
{
    private protected override RunOf Example() => quick.Run;
}
