using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of project 3 on the payments.</summary>
public sealed class OpenDecisionReports(OneBrowser browser, QuickDecisionRun quick) : OpenReports(browser)
{
    private protected override RunOf Example() => quick.Run;
}
