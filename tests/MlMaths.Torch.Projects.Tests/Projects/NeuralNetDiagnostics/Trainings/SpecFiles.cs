namespace MlMaths.Torch.Tests.Projects;

/// <summary>Specs in files of their own, in a folder that goes away with the tests.</summary>
public sealed class SpecFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-spec-");

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The file of a spec.</summary>
    public string Spec(string json)
    {
        string file = Path.Combine(Folder, $"spec-{Directory.GetFiles(Folder).Length}.json");
        File.WriteAllText(file, json);
        return file;
    }
}
