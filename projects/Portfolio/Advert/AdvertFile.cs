using System.Text;
using System.Text.Unicode;

namespace MlMaths.Torch.Portfolio.Advert;

/// <summary>The text of an advert, from a file of anybody's.</summary>
internal static class AdvertFile
{
    private const long MostBytes = 1 << 20;

    /// <exception cref="UserMistakeException">It cannot be read, or is no text.</exception>
    public static string Read(string path)
    {
        byte[] bytes = Bytes(path);
        if (!Utf8.IsValid(bytes) || bytes.AsSpan().Contains((byte)0))
            throw new UserMistakeException($"{Quoted.Path(path)} is not UTF-8 text: copy the words of the advert into a text file.");
        string text = Encoding.UTF8.GetString(bytes);
        return text.Any(char.IsLetter) ? text : throw new UserMistakeException($"{Quoted.Path(path)} holds no words: name the text "
            + "of an advert.");
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            if (Directory.Exists(path)) throw new UserMistakeException($"{Quoted.Path(path)} is a folder: name the text of an advert.");
            FileInfo file = new(path);
            if (!file.Exists) throw new UserMistakeException($"There is no file {Quoted.Path(path)}: name the text of an advert.");
            return file.Length <= MostBytes
                ? File.ReadAllBytes(path)
                : throw new UserMistakeException(
                    $"{Quoted.Path(path)} is longer than 1 MB, and an advert has a page or two: save its words alone.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserMistakeException(
                $"{Quoted.Path(path)} could not be read ({cause.Message.TrimEnd('.')}): name the text of an advert.", cause);
        }
    }
}
