using System.Text.Json;
using MlMaths.Torch.Portfolio;

namespace MlMaths.Torch.Tests.Projects;

public sealed class OwnProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-own-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_run_that_is_cancelled_with_its_parent_says_so_in_its_folder()
    {
        string folder = _folder.FullName;
        using CancellationTokenSource cancellation = new();
        Task run = Task.Run(
            () => OwnProgram.Run(["calculus", "--quick", "--quiet", "--out", folder], cancellation.Token),
            TestContext.Current.CancellationToken);
        while (!run.IsCompleted && Begun(folder) is null)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        using var results = JsonDocument.Parse(await File.ReadAllTextAsync(
            Path.Combine(Begun(folder)!, "results.json"), TestContext.Current.CancellationToken));
        Assert.Equal("cancelled", results.RootElement.GetProperty("status").GetString());
    }

    private static string? Begun(string folder) =>
        Directory.EnumerateFiles(folder, "command.json", SearchOption.AllDirectories).Select(Path.GetDirectoryName).FirstOrDefault();
}
