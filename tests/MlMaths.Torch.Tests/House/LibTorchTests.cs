using System.Text.Json.Nodes;

namespace MlMaths.Torch.Tests.House;

/// <summary>A build without libtorch (<c>TorchBackend=none</c>) starts with the one that LIBTORCH names.</summary>
public sealed class LibTorchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("libtorch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Run by the tests below in a process of its own, too.</summary>
    [Fact]
    public void Libtorch_starts()
    {
        LibTorch.Start();
        using Tensor x = torch.arange(4);
        Assert.Equal(6, x.sum().ToInt64());
    }

    [Fact]
    public void A_packaged_libtorch_wins_over_the_variable() => AssertStarts(Run(AppContext.BaseDirectory, libtorch: "/nowhere"));

    [Theory]
    [InlineData("c10")]
    [InlineData("torch_cpu")]
    public void Another_libtorch_in_the_loaders_path_does_not_come_before_the_packaged_one(string part)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The loader of Linux.");
        File.WriteAllText(Path.Combine(_folder, $"lib{part}.so"), "of another version");
        AssertStarts(Run(AppContext.BaseDirectory, libtorch: null, loadersPath: _folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("lib")]
    [InlineData("torch/lib")]
    public void A_build_without_libtorch_finds_it_in_the_folder_itself_its_lib_or_a_PyTorch(string inside)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Directory.Exists(NuGetCache.LibTorchFolder), "The test links libraries of Linux.");
        string libtorch = Path.Combine(_folder, "libtorch"), libraries = Path.Combine(libtorch, inside);
        Directory.CreateDirectory(libraries);
        foreach (string library in Directory.EnumerateFiles(NuGetCache.LibTorchFolder))
            File.CreateSymbolicLink(Path.Combine(libraries, Path.GetFileName(library)), library);

        AssertStarts(Run(BuildWithoutLibTorch(), libtorch));
    }

    [Fact]
    public void Without_any_libtorch_one_sentence_says_what_to_type()
    {
        Command run = Run(BuildWithoutLibTorch(), libtorch: null);

        Assert.NotEqual(0, run.ExitCode);
        // A system may have one of its own, such as Debian's python3-torch.
        bool another = run.Output.Contains("and this program needs 2.10", StringComparison.Ordinal);
        Assert.Contains(another ? "is version" : "torch_cpu", run.Output);
        Assert.Contains(
            another
                ? "set the environment variable LIBTORCH to the folder of a libtorch 2.10, or build again with -p:TorchBackend=cpu"
                : "build again with -p:TorchBackend=cpu, or with -p:TorchBackend=none and the environment variable LIBTORCH",
            run.Output);
        Assert.DoesNotContain("libtorch-cpu-linux-x64", run.Output);
    }

    [Fact]
    public void A_folder_without_libtorch_is_named_with_what_it_lacks()
    {
        UserMistakeException mistake = Assert.Throws<UserMistakeException>(() => LibTorch.LibraryFolder(_folder));
        Assert.StartsWith($"LIBTORCH is '{_folder}', where neither the folder itself nor its lib or torch/lib holds ", mistake.Message);

        Command run = Run(BuildWithoutLibTorch(), libtorch: _folder);
        Assert.Contains(mistake.Message, run.Output);
    }

    [Fact]
    public void The_loaders_own_reason_is_given_and_not_where_it_looked_in_vain()
    {
        string message = """
            Unable to load shared library 'LibTorchSharp' or one of its dependencies.
            /app/LibTorchSharp.so: cannot open shared object file: No such file or directory
            /lib/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by /app/libLibTorchSharp.so)
            """;
        Assert.Equal("/lib/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by /app/libLibTorchSharp.so)",
            LibTorch.Reason(message, "LibTorchSharp"));
    }

    private static void AssertStarts(Command run)
    {
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("Total: 1, Errors: 0, Failed: 0", run.Output);
    }

    private static Command Run(string build, string? libtorch, string? loadersPath = null) =>
        Command.Run("dotnet",
            [
                Path.Combine(build, "MlMaths.Torch.Tests.dll"), "-method",
                $"{typeof(LibTorchTests).FullName}.{nameof(Libtorch_starts)}",
            ],
            new Dictionary<string, string?> { ["LIBTORCH"] = libtorch, ["LD_LIBRARY_PATH"] = loadersPath }, build);

    /// <summary>This build as TorchBackend=none would have made it: its dependencies name no libtorch package.</summary>
    private string BuildWithoutLibTorch()
    {
        string build = Path.Combine(_folder, "build"), native = Path.Combine("runtimes", "linux-x64", "native", "libLibTorchSharp.so");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(build, native))!);
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory))
            File.Copy(file, Path.Combine(build, Path.GetFileName(file)));
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, native)))
            File.Copy(Path.Combine(AppContext.BaseDirectory, native), Path.Combine(build, native));

        string dependencies = Path.Combine(build, "MlMaths.Torch.Tests.deps.json");
        JsonObject tree = JsonNode.Parse(File.ReadAllText(dependencies))!.AsObject();
        JsonObject target = tree["targets"]!.AsObject().First().Value!.AsObject();
        foreach ((string name, JsonNode? library) in target)
            WithoutNative(library!.AsObject(), keep: name.StartsWith("TorchSharp/", StringComparison.Ordinal));
        File.WriteAllText(dependencies, tree.ToJsonString());
        return build;
    }

    /// <summary>Native files and those of other runtimes are not copied, so nobody may ask for them.</summary>
    private static void WithoutNative(JsonObject library, bool keep)
    {
        if (!keep)
            library.Remove("runtimeTargets");
    }
}
