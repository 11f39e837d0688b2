using System.Text.Json;
using System.Xml.Linq;

namespace MlMaths.Torch.Tests.House;

/// <summary>
/// Which packages a clone builds with, byte for byte, on each system; and where no lock may stand in the way.
/// </summary>
public sealed class LockFileTests
{
    private static readonly string[] Systems = ["linux", "macos", "windows"];

    private static readonly Dictionary<string, string> Central =
        XDocument.Load(Path.Combine(Repository.Folder, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value);

    public static TheoryData<string> EverySystem => [.. Systems];

    [Theory]
    [MemberData(nameof(EverySystem))]
    public void Every_project_has_a_lock_file_and_no_lock_file_lacks_its_project(string system)
    {
        IEnumerable<string> projects = File.ReadLines(Path.Combine(Repository.Folder, "MlMaths.Torch.sln"))
            .Select(line => line.Split('"'))
            .Where(parts => parts.Length > 5 && parts[5].EndsWith(".csproj", StringComparison.Ordinal))
            .Select(parts => Path.GetFileNameWithoutExtension(parts[5].Replace('\\', '/')));
        Assert.Equal(projects.Order(), LockFiles(system).Select(Path.GetFileNameWithoutExtension).Order());
    }

    [Theory]
    [MemberData(nameof(EverySystem))]
    public void Versions_are_those_of_Directory_Packages_props_with_the_hash_of_each(string system)
    {
        var locked = LockFiles(system).SelectMany(Packages).ToArray();
        Assert.Contains(locked, package => package.Name.StartsWith("libtorch-cpu-", StringComparison.Ordinal));
        foreach ((string file, string name, JsonElement package) in locked)
        {
            if (package.GetProperty("type").GetString() == "Project") continue;
            string what = $"{system}/{Path.GetFileName(file)}, {name}";
            Assert.True(package.GetProperty("contentHash").GetString()!.Length == 88, $"{what} has no SHA-512");
            string resolved = package.GetProperty("resolved").GetString()!, wanted = Central.GetValueOrDefault(name, resolved);
            Assert.True(wanted == resolved, $"{what} is not {wanted}: dotnet restore -p:BuildHost={system}");
        }
    }

    [Theory]
    [MemberData(nameof(EverySystem))]
    public void One_libtorch_for_each_system(string system) =>
        Assert.Single(LockFiles(system).SelectMany(Packages)
            .Where(package => package.Name.StartsWith("libtorch-", StringComparison.Ordinal))
            .Where(package => package.Package.GetProperty("type").GetString() != "Project")
            .Select(package => package.Name).Distinct());

    [Theory]
    [InlineData("", "true")]
    [InlineData("-p:TorchBackend=none", "")]
    [InlineData("-p:TorchBackend=cuda", "")]
    [InlineData("-p:RuntimeIdentifier=linux-x64", "")]
    public void Another_set_of_packages_is_restored_without_a_lock_and_no_advisory_stops_a_build(
        string choice, string isLocked)
    {
        string project = Path.Combine(Repository.Folder, "shared", "MlMaths.Torch", "MlMaths.Torch.csproj");
        const string Asked = "RestorePackagesWithLockFile,RestoreLockedMode,NuGetLockFilePath,NuGetAudit,WarningsNotAsErrors";
        string[] choices = choice.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Command build = Command.Run("dotnet", ["msbuild", project, "-p:LockedRestore=true", .. choices, $"-getProperty:{Asked}"]);
        JsonElement properties = JsonDocument.Parse(build.Output).RootElement.GetProperty("Properties");

        Assert.Equal(isLocked, properties.GetProperty("RestorePackagesWithLockFile").GetString());
        Assert.Equal(isLocked, properties.GetProperty("RestoreLockedMode").GetString());
        string path = properties.GetProperty("NuGetLockFilePath").GetString()!;
        Assert.Equal(isLocked == "true", path.EndsWith("MlMaths.Torch.json", StringComparison.Ordinal));
        Assert.Equal("true", properties.GetProperty("NuGetAudit").GetString());
        string[] told = properties.GetProperty("WarningsNotAsErrors").GetString()!.Split([';', ',']);
        Assert.All(["NU1900", "NU1901", "NU1902", "NU1903", "NU1904"], warning => Assert.Contains(warning, told));
    }

    private static string[] LockFiles(string system) =>
        Directory.GetFiles(Path.Combine(Repository.Folder, "shared", "locks", system), "*.json");

    private static IEnumerable<(string File, string Name, JsonElement Package)> Packages(string file) =>
        from framework in JsonDocument.Parse(File.ReadAllText(file)).RootElement
            .GetProperty("dependencies").EnumerateObject()
        from package in framework.Value.EnumerateObject()
        select (file, package.Name, package.Value);
}
