using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Runs;

/// <summary>Commands name the launcher as it was typed, and are understood again.</summary>
public sealed class RepeatedCommandTests
{
    [Theory]
    [InlineData(null, "./mlmaths")]
    [InlineData("", "./mlmaths")]
    [InlineData("mlmaths", "mlmaths")]
    [InlineData("../suite/mlmaths", "../suite/mlmaths")]
    [InlineData("/opt/ann/my suite/mlmaths", "'/opt/ann/my suite/mlmaths'")]
    [InlineData("/opt/ann's/mlmaths", @"'/opt/ann'\''s/mlmaths'")]
    public void A_launcher_is_printed_as_bash_takes_it_and_read_again(string? launcher, string typed)
    {
        Assert.Equal(typed, RepeatedCommand.TypedAs(launcher, Shell.Posix));
        string command = $"{typed} logistic --data 'my file.csv'";
        Assert.Equal(string.IsNullOrEmpty(launcher) ? "./mlmaths" : launcher, RepeatedCommand.LauncherOf(command));
        Assert.Equal("logistic", RepeatedCommand.VerbOf(command));
    }

    [Theory]
    [InlineData(@"C:\suite\mlmaths", @"C:\suite\mlmaths")]
    [InlineData(@"C:\my suite\mlmaths.cmd", @"""C:\my suite\mlmaths.cmd""")]
    [InlineData("", @".\mlmaths")]
    public void Windows_quotes_it_in_its_own_way(string launcher, string typed)
    {
        Assert.Equal(typed, RepeatedCommand.TypedAs(launcher, Shell.Cmd));
        Assert.Equal(launcher.Length == 0 ? typed : launcher, RepeatedCommand.LauncherOf($"{typed} compare-runs"));
        Assert.Equal("compare-runs", RepeatedCommand.VerbOf($"{typed} compare-runs"));
    }

    [Theory]
    [InlineData("'/opt/ann/mlmaths old/mlmaths' pca --data x.csv")]
    [InlineData("'/opt/ann/mlmaths old stuff/mlmaths' pca --data x.csv")]
    [InlineData(@"'/opt/ann'\''s mlmaths old/mlmaths' pca")]
    public void A_folder_of_the_launchers_own_name_is_no_command(string command) =>
        Assert.Equal("pca", RepeatedCommand.VerbOf(command));
}
