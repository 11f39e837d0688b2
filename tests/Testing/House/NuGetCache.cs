using System.Text.Json;

namespace MlMaths.Torch.Tests.House;

/// <summary>Where the packages of this build lie, unpacked.</summary>
internal static class NuGetCache
{
    public static string Folder { get; } = Assets().GetProperty("packageFolders").EnumerateObject().First().Name;

    private static readonly string TorchSharpVersion = Version("TorchSharp");

    public static string TorchSharpPackage =>
        Path.Combine(Folder, "torchsharp", TorchSharpVersion, $"torchsharp.{TorchSharpVersion}.nupkg");

    public static string TorchSharp => Path.Combine(Folder, "torchsharp", TorchSharpVersion, "lib", "net8.0", "TorchSharp.dll");

    public static string LibTorchSharp =>
        Path.Combine(Folder, "torchsharp", TorchSharpVersion, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");

    public static string LibTorchFolder => Path.Combine(
        Folder, "libtorch-cpu-linux-x64", Version("libtorch-cpu-linux-x64"), "runtimes", "linux-x64", "native");

    private static string Version(string package) =>
        Assets().GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/'))
            .Where(name => name[0].Equals(package, StringComparison.OrdinalIgnoreCase)).Select(name => name[1]).FirstOrDefault() ?? "none";

    private static JsonElement Assets() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(
            Repository.Folder, "tests", "Testing", "obj", "project.assets.json"))).RootElement;
}
