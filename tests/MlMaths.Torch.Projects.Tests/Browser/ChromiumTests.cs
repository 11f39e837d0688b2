using System.Globalization;
using MlMaths.Torch.Tests.House;

namespace MlMaths.Torch.Tests.Browser;

public sealed class ChromiumTests
{
    [Fact]
    public async Task A_browser_that_does_not_close_leaves_no_process()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are stopped by a signal, and looked for in /proc.");
        (Chromium? started, string whyNot) = await Chromium.Start();
        Assert.SkipWhen(started is null, whyNot);
        await started.Browser.NewPageAsync();
        Assert.NotEmpty(started.Processes);
        Command.Run("kill", ["-STOP", .. started.Processes.Select(id => id.ToString(CultureInfo.InvariantCulture))]);
        await Assert.ThrowsAsync<TimeoutException>(async () => await started.Close(TimeSpan.FromSeconds(1)));
        Assert.Empty(started.Processes);
    }
}
