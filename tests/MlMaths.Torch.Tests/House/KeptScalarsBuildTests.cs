using System.Security.Cryptography;

namespace MlMaths.Torch.Tests.House;

/// <summary>The build step of shared/build/KeptScalars.cs, run as a build runs it, where a file is not what it should be.</summary>
public sealed class KeptScalarsBuildTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kept-scalars-").FullName;

    private string Original => Path.Combine(_folder, "TorchSharp.dll");

    private string Mended => Path.Combine(_folder, "mended", "TorchSharp.dll");

    public KeptScalarsBuildTests()
    {
        Assert.SkipUnless(File.Exists(NuGetCache.TorchSharp), "The packages lie somewhere else.");
        File.Copy(NuGetCache.TorchSharp, Original);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_damaged_copy_of_an_earlier_build_is_written_anew_and_the_original_stays_as_it_was()
    {
        byte[] before = File.ReadAllBytes(Original);
        Directory.CreateDirectory(Path.GetDirectoryName(Mended)!);
        File.WriteAllBytes(Mended, before[..(before.Length / 2)]);

        Assert.Equal($"use={Mended};", Mend(Sha256Of(Original)));

        Assert.Equal(before, File.ReadAllBytes(Original));
        Assert.Equal([Mended], Directory.GetFiles(Path.GetDirectoryName(Mended)!));

        // DebuggingModes 0x0002 became 0x0103.
        byte[] after = File.ReadAllBytes(Mended);
        int[] changed = [.. Enumerable.Range(0, before.Length).Where(i => before[i] != after[i])];
        Assert.Equal(before.Length, after.Length);
        Assert.Equal([2, 0], changed.Select(i => (int)before[i]));
        Assert.Equal([3, 1], changed.Select(i => (int)after[i]));
        Assert.Equal(1, changed[1] - changed[0]);
    }

    [Fact]
    public void A_library_that_is_damaged_anywhere_stops_the_build_with_a_sentence()
    {
        string sha256 = Sha256Of(Original);
        byte[] bytes = File.ReadAllBytes(Original);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(Original, bytes);

        string said = Mend(sha256, isBuilt: false);

        Assert.Contains(
            $"error : {Original} is not the file of its package (SHA-256 {Sha256Of(Original)}, and it should be {sha256}): "
            + "delete the folder of that package, and build again.", said);
        Assert.False(File.Exists(Mended));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Where_the_attribute_is_not_there_once_the_original_is_used_with_a_message(int attributes)
    {
        byte[] attribute = [8, 1, 0, 2, 0, 0, 0, 0, 0];
        byte[] bytes = [.. "MZ and no more"u8, .. Enumerable.Repeat(attribute, attributes).SelectMany(one => one)];
        File.WriteAllBytes(Original, bytes);

        string said = Mend(sha256: "");

        Assert.Contains($"{Original} was left as it is, because its DebuggableAttribute is not as expected.", said);
        Assert.Contains($"use={Original};", said);
        Assert.Equal(bytes, File.ReadAllBytes(Original));
        Assert.False(File.Exists(Mended));
    }

    /// <summary>What the task of shared/build/KeptScalars.targets says, and which file it would have a build copy.</summary>
    private string Mend(string sha256, bool isBuilt = true)
    {
        string project = Path.Combine(_folder, "mend.proj");
        File.WriteAllText(project, $"""
            <Project DefaultTargets="Mend">
              <Import Project="{Path.Combine(Repository.Folder, "shared", "build", "KeptScalars.targets")}" />
              <Target Name="Mend">
                <MendTorchSharp Library="{Original}" Mended="{Mended}" Sha256="{sha256}">
                  <Output TaskParameter="Use" PropertyName="Use" />
                </MendTorchSharp>
                <Message Importance="high" Text="use=$(Use);" />
              </Target>
            </Project>
            """);

        Command build = Command.Run("dotnet", ["msbuild", project, "-nologo", "-v:m", "-nodeReuse:false"]);
        Assert.True(build.ExitCode == 0 == isBuilt, build.Output);
        return build.Output.Trim();
    }

    private static string Sha256Of(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
