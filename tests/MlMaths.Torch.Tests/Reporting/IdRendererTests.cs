using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Reporting;

public sealed class IdRendererTests
{
    [Theory]
    [InlineData("`cost.chosen_now`", "<code>cost.<wbr>chosen_<wbr>now</code>")]
    [InlineData("`./mlmaths pca --data a.csv`", "<code>./mlmaths pca --data a.csv</code>")]
    [InlineData("`report`", "<code>report</code>")]
    [InlineData("`a.<b>`", "<code>a.&lt;b&gt;</code>")]
    public void An_id_may_be_broken_at_its_joints_and_a_command_nowhere(string markdown, string html) =>
        Assert.Contains(html, HtmlReport.Write("Ids", markdown, new Dictionary<string, string>()), StringComparison.Ordinal);
}
