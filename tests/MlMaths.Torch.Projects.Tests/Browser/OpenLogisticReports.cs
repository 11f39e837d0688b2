using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of project 1 on the breast cancer data.</summary>
public sealed class OpenLogisticReports(OneBrowser browser, QuickLogisticRun quick) : OpenReports(browser)
{
    private protected override RunOf Example() => quick.Run;
}
